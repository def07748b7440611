import { isNamed } from './is-named.ts'
import type { Mapping } from './mapping.ts'
import { tablesOf } from './mapping-table.ts'

/** A file brought along, by its name. */
export interface NamedFile {
  readonly name: string
}

/** The files brought along for each file of a mapping, or the first that does not fit. */
export type LinkedFiles<File extends NamedFile> =
  | { readonly files: ReadonlyMap<string, readonly File[]> }
  | { readonly missing: string; readonly pattern: string }
  | { readonly unexpected: string; readonly patterns: readonly string[] }

/** Finds which file is which by the names in the mapping; without any, all are read alike, under the empty name. */
export function linkedFiles<File extends NamedFile>(
  mapping: Pick<Mapping, 'files'>,
  brought: readonly File[],
): LinkedFiles<File> {
  const { files } = mapping
  if (files === undefined) return { files: new Map([['', brought]]) }
  const found = Object.entries(files).map(([key, { name }]) => ({
    key,
    pattern: name,
    files: brought.filter((file) => isNamed(file.name, name)),
  }))
  const missing = found.find((one) => one.files.length === 0)
  if (missing) return { missing: missing.key, pattern: missing.pattern }
  const unexpected = brought.find((file) => !found.some((one) => one.files.includes(file)))
  if (unexpected) return { unexpected: unexpected.name, patterns: found.map(({ pattern }) => pattern) }
  return { files: new Map(found.map(({ key, files: fitting }) => [key, fitting])) }
}

/** Files in the order in which an import reads them; one that several tables need is read as often. */
export function filesRead<File extends NamedFile>(
  mapping: Mapping,
  files: ReadonlyMap<string, readonly File[]>,
): File[] {
  return tablesOf(mapping).flatMap(({ from, joins }) =>
    [...joins.map(({ file }) => file), from].flatMap((key) => files.get(key) ?? []),
  )
}
