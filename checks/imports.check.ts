import { type FileImport, fileImports, importedPath, isRelative } from './file-imports.ts'
import { type FilePlace, filePlace } from './file-place.ts'
import { findCircles } from './find-circles.ts'
import type { Finding } from './finding.ts'
import { importRefusal } from './import-table.ts'
import { packageName, packageRefusal } from './package-table.ts'
import { parsedFile } from './parsed-file.ts'
import { codePaths, type SourceTree } from './source-tree.ts'

interface Arrow extends FileImport {
  readonly file: string
  readonly from: FilePlace
}

/** Holds every import to the table of HOUSE.md: files by place and suffix, packages by holder, no circles. */
export function checkImports(tree: SourceTree): Finding[] {
  const developmentPackages = devDependencies(tree)
  const arrows = codePaths(tree).flatMap((file) => arrowsOf(tree, file))
  return [
    ...codePaths(tree).flatMap(placeFindings),
    ...arrows.flatMap((arrow) => [
      ...(isRelative(arrow.specifier) ? fileFindings(tree, arrow) : packageFindings(arrow)),
      ...productionFindings(arrow, developmentPackages),
    ]),
    ...circleFindings(arrows),
  ]
}

function arrowsOf(tree: SourceTree, file: string): Arrow[] {
  return fileImports(parsedFile(tree, file)).map((one) => ({ ...one, file, from: filePlace(file) }))
}

function placeFindings(file: string): Finding[] {
  const place = filePlace(file)
  if (place.area !== 'unknown') return []
  const remedy = 'Give the file a place and a suffix of the table in HOUSE.md.'
  return [{ file, rule: 'imports/place', message: place.reason, remedy }]
}

function fileFindings(tree: SourceTree, arrow: Arrow): Finding[] {
  const target = importedPath(arrow.file, arrow.specifier)
  const common = { file: arrow.file, line: arrow.line }
  if (!tree.has(target)) {
    const remedy = 'Correct the path; it carries the extension of the file.'
    return [{ ...common, rule: 'imports/missing', message: `${target} does not exist`, remedy }]
  }
  const refusal = importRefusal({ from: arrow.from, to: filePlace(target), typeOnly: arrow.typeOnly })
  if (refusal === null) return []
  const remedy =
    'Move the code to the file whose suffix allows it, or be handed the value by room.ts or a door.'
  return [{ ...common, rule: 'imports/table', message: `${refusal} (${target})`, remedy }]
}

function packageFindings(arrow: Arrow): Finding[] {
  const refusal = packageRefusal(arrow.from, arrow.specifier)
  if (refusal === null) return []
  const message = `"${arrow.specifier}" does not belong here: ${refusal}`
  const remedy = 'Use it where it belongs; a new package gets its line in checks/package-table.ts.'
  return [{ file: arrow.file, line: arrow.line, rule: 'imports/package', message, remedy }]
}

/** What runs on a server cannot rest on a package that is there for development only. */
function productionFindings(arrow: Arrow, developmentPackages: ReadonlySet<string>): Finding[] {
  const name = packageName(arrow.specifier)
  if (arrow.typeOnly || !developmentPackages.has(name) || !runsOnServer(arrow.from)) return []
  const message = `"${name}" is a development dependency`
  const remedy = 'Move it to "dependencies" of package.json, or import it in tests and screens only.'
  return [{ file: arrow.file, line: arrow.line, rule: 'imports/production', message, remedy }]
}

function runsOnServer(place: FilePlace): boolean {
  if (place.area === 'door') return place.name !== 'web'
  if (place.area === 'foundation') return place.name !== 'ui'
  return place.area === 'room' && place.role !== 'page' && place.role !== 'words'
}

function devDependencies(tree: SourceTree): ReadonlySet<string> {
  if (!tree.has('package.json')) return new Set()
  return new Set(Object.keys(JSON.parse(tree.text('package.json')).devDependencies ?? {}))
}

function circleFindings(arrows: readonly Arrow[]): Finding[] {
  const edges = new Map<string, string[]>()
  for (const arrow of arrows.filter((one) => isRelative(one.specifier))) {
    const targets = edges.get(arrow.file) ?? []
    edges.set(arrow.file, [...targets, importedPath(arrow.file, arrow.specifier)])
  }
  return findCircles(edges).map((circle) => ({
    file: circle[0] as string,
    rule: 'imports/circle',
    message: `files import one another: ${[...circle, circle[0]].join(' → ')}`,
    remedy: 'Move what both need into a file of its own.',
  }))
}
