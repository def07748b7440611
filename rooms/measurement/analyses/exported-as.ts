import type { Exported, ExportForm } from './analysis.contract.ts'

interface ExportTexts {
  /** Name of the files, without their endings. */
  readonly name: string
  readonly csv: () => string
  /** Code over the table, whose file is named. */
  readonly r: (file: string) => string
  readonly python: (file: string) => string
}

const endings = { csv: 'csv', r: 'R', python: 'py' } as const

/** What is carried away in one form: a table, or code that reads it. */
export function exportedAs(form: ExportForm, { name, csv, r, python }: ExportTexts): Exported {
  const texts = { csv, r, python }
  return { fileName: `${name}.${endings[form]}`, text: texts[form](`${name}.csv`) }
}

/** The short name of a period as a part of a file's name. */
export function periodInName({ name }: { readonly name: string }): string {
  return name.replaceAll('..', '-to-')
}
