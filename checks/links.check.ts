import { posix } from 'node:path'
import type { Finding } from './finding.ts'
import type { SourceTree } from './source-tree.ts'

interface Mention {
  readonly pattern: RegExp
  /** Why what is mentioned is not there; null where it is. */
  readonly missing: (tree: SourceTree, from: string, what: string) => string | null
}

const parts = '(?:foundations|rooms|doors|examples|checks|docs|decisions|sample|bench)'

const mentions: readonly Mention[] = [
  { pattern: /\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g, missing: missingLink },
  { pattern: new RegExp(`\`(${parts}/[\\w./-]+\\.\\w+)\``, 'g'), missing: missingFile },
  {
    pattern: new RegExp(`(?:apply|import|check|--mapping) (${parts}/[\\w./-]+\\.\\w+)`, 'g'),
    missing: missingFile,
  },
  { pattern: /npm (?:run )?(start|test|(?<=run )[\w-]+)/g, missing: missingScript },
]

/** Holds documents to what is there: links, files named in them, scripts of npm and what they run. */
export function checkLinks(tree: SourceTree): Finding[] {
  const documents = tree.paths.filter((path) => path.endsWith('.md'))
  return [...documents.flatMap((path) => findingsOf(tree, path)), ...scriptFindings(tree)]
}

/** Files that the scripts of package.json run. */
function scriptFindings(tree: SourceTree): Finding[] {
  const file = 'package.json'
  const run = Object.values(scriptsOf(tree)).flatMap(
    (script) => script.match(/[\w./-]+\.(?:ts|mjs)\b/g) ?? [],
  )
  return [...new Set(run)]
    .filter((path) => !tree.has(path))
    .map((path) => ({
      file,
      rule: 'links',
      message: `a script runs ${path}, which is not there`,
      remedy: 'Correct it.',
    }))
}

function scriptsOf(tree: SourceTree): Record<string, string> {
  return (tree.has('package.json') && JSON.parse(tree.text('package.json')).scripts) || {}
}

function findingsOf(tree: SourceTree, file: string): Finding[] {
  const lines = tree.text(file).split('\n')
  return lines.flatMap((text, index) =>
    mentions.flatMap(({ pattern, missing }) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const message = missing(tree, file, match[1] as string)
        if (message === null) return []
        return [
          { file, line: index + 1, rule: 'links', message, remedy: 'Correct the mention, or make it true.' },
        ]
      }),
    ),
  )
}

function missingLink(tree: SourceTree, from: string, what: string): string | null {
  const target = posix.join(posix.dirname(from), decodeURIComponent(what))
  return tree.has(target) ? null : `${target} is not there`
}

function missingFile(tree: SourceTree, _from: string, what: string): string | null {
  return tree.has(what) ? null : `${what} is not there`
}

function missingScript(tree: SourceTree, _from: string, what: string): string | null {
  return what in scriptsOf(tree) ? null : `package.json has no script "${what}"`
}
