import type { Finding } from './finding.ts'
import { isTest, type SourceTree } from './source-tree.ts'

interface Forbidden {
  readonly pattern: RegExp
  readonly message: string
  readonly remedy: string
  /** Files in which it may stand, because they are about it. */
  readonly except?: (path: string) => boolean
}

const machine = 'Name nothing of the machine the file was written on.'
const itself = 'Say what is true of the project now; the history is in the commits.'
const readable = /\.(ts|tsx|mjs|js|md|ya?ml|json|sql|sh|css|html|svg)$|^\.ci\/|^\.npmrc$/

const forbidden: readonly Forbidden[] = [
  { pattern: /(?<![\w.])\/(work|root|home|Users)\/\w+/, message: 'a path of one machine', remedy: machine },
  {
    pattern: /\/tmp\/\w+/,
    message: 'a temporary path',
    remedy: 'Use os.tmpdir() and a directory of its own.',
  },
  {
    pattern: /registry\.npmjs|artifactory|\bnexus\.|:4873\b|registry=/i,
    message: 'the address of a package registry',
    remedy: machine,
  },
  {
    pattern: /\.\.\/shared\b/,
    message: 'a directory outside the project',
    remedy: 'Only a test that skips without it may name it.',
    except: isTest,
  },
  { pattern: /\b(TODO|FIXME|HACK|XXX)\b/, message: 'a note to oneself', remedy: 'Do it, or strike it.' },
  {
    pattern:
      /\b(sub-?agents?|coding agent|AI[- ]generated|language model|prompt engineering|co-authored-by)\b/i,
    message: 'a word about how the project is made',
    remedy: itself,
  },
  {
    pattern:
      /\b(as requested|per the brief|the brief says|in this session|next session|acceptance criteria)\b/i,
    message: 'a word about how the project is made',
    remedy: itself,
  },
  { pattern: /\b((issue|ticket) #?|PR ?#)\d+\b/i, message: 'the number of a ticket', remedy: itself },
  {
    pattern: /\b(used to be|formerly|previously this|no longer (uses|needed)|was renamed|legacy code)\b/i,
    message: 'a story of what was',
    remedy: itself,
  },
]

/** Holds code, comments and documents to speaking of the project alone. */
export function checkSpeech(tree: SourceTree): Finding[] {
  return tree.paths
    .filter((path) => readable.test(path) && !isListOfWords(path))
    .flatMap((path) => findingsOf(tree, path))
}

/** The lock file has a check of its own; this file and its test name the words they forbid. */
function isListOfWords(path: string): boolean {
  return path === 'package-lock.json' || path.startsWith('checks/speech.check.')
}

function findingsOf(tree: SourceTree, path: string): Finding[] {
  const rules = forbidden.filter((rule) => !rule.except?.(path))
  return tree
    .text(path)
    .split('\n')
    .flatMap((text, index) =>
      rules.flatMap(({ pattern, message, remedy }) => {
        const said = pattern.exec(text)?.[0]
        if (said === undefined) return []
        return [{ file: path, line: index + 1, rule: 'speech', message: `"${said}" is ${message}`, remedy }]
      }),
    )
}
