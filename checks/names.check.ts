import { baseName, filePlace } from './file-place.ts'
import type { Finding } from './finding.ts'
import { parsedFile } from './parsed-file.ts'
import { codePaths, type SourceTree } from './source-tree.ts'

const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc'])
const emptyStems = new Set(['type', 'types', 'index'])
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

/** Holds names of files to HOUSE.md: kebab-case, telling, and the name of what the file exports. */
export function checkNames(tree: SourceTree): Finding[] {
  return codePaths(tree).flatMap((file) => [
    ...caseFindings(file),
    ...emptyNameFindings(file),
    ...exportFindings(tree, file),
  ])
}

function caseFindings(file: string): Finding[] {
  const wrong = file.split('/').find((part) => !kebab.test(part.replace(/^\./, '')))
  if (wrong === undefined) return []
  const message = `"${wrong}" is not written in small letters with hyphens`
  return [{ file, rule: 'names/case', message, remedy: 'Rename it: thing.role.ts.' }]
}

function emptyNameFindings(file: string): Finding[] {
  const stem = baseName(file).replace(/\..*$/, '')
  const words = file.split(/[/.-]/).slice(0, -1)
  const empty = words.find((word) => emptyWords.has(word)) ?? (emptyStems.has(stem) ? stem : undefined)
  if (empty === undefined) return []
  const message = `"${empty}" says nothing of what is inside`
  return [{ file, rule: 'names/empty', message, remedy: 'Name the file after the thing it holds.' }]
}

function exportFindings(tree: SourceTree, file: string): Finding[] {
  const names = exportedNames(tree, file)
  if (names.includes('default') && !/\.config\.ts$/.test(file)) {
    const remedy = 'Export it by its name.'
    return [{ file, rule: 'names/default', message: 'the file has a default export', remedy }]
  }
  if (!isNamedAfterItsThing(file) || names.length === 0) return []
  const words = wordsOf(file)
  if (names.some((name) => words.some((word) => name.toLowerCase().includes(word)))) return []
  const message = `nothing it exports shares a word with its name (${names.slice(0, 4).join(', ')})`
  return [{ file, rule: 'names/export', message, remedy: 'Name the file after its main export.' }]
}

/** Foundations and rooms hold one thing a file; contracts and `room.ts` are called after their place. */
function isNamedAfterItsThing(file: string): boolean {
  const place = filePlace(file)
  if (place.area !== 'room' && place.area !== 'foundation') return false
  return place.role !== 'contract' && place.role !== 'room'
}

/** Names that a file exports; what it hands on with `export *` has none of its own. */
function exportedNames(tree: SourceTree, file: string): string[] {
  const { staticExports } = parsedFile(tree, file).module
  const entries = staticExports.flatMap((one) => one.entries)
  return entries.flatMap(({ exportName }) => {
    if (exportName.kind === 'Default') return ['default']
    return exportName.name === null ? [] : [exportName.name]
  })
}

/** Beginnings of the words of a name, and their initials: `net-promoter-score.ts` may hold `npsOfBins`. */
function wordsOf(file: string): string[] {
  const words = baseName(file).toLowerCase().replace(/\..*$/, '').split('-')
  const initials = words.length > 2 ? [words.map((word) => word[0]).join('')] : []
  return [...words.map((word) => word.replace(/s$/, '').slice(0, 4)), ...initials]
}
