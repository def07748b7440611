import { parse as parsePath } from 'node:path'
import type { ColumnProposal } from '../../contract.ts'
import { keyOf } from '../key-of.ts'
import type { Mapping } from '../mapping.ts'
import type { MappingFile } from '../mapping-file.ts'
import { wordsOf } from './column-sample.ts'

/** What the proposed mapping is made from besides the columns. */
export interface MappingContext {
  readonly fileName: string
  readonly file: MappingFile
  /** The present day, for files that do not say when they were answered. */
  readonly today: string
}

type ProposedMapping = Partial<Omit<Mapping, 'file' | 'row' | 'answers'>> & {
  readonly file: Partial<MappingFile>
  readonly row: unknown
  readonly answers: readonly AnswerGroup[]
}

interface AnswerGroup {
  readonly kind: string
  readonly scale: { readonly low: number; readonly high: number }
  readonly notGiven?: readonly (string | number)[]
  readonly values?: Readonly<Record<string, number>>
  readonly columns: Record<string, string>
  readonly touchpoint?: string
}

/** Mapping of the columns to answers; null where none of them holds any. */
export function proposedMapping(
  columns: readonly ColumnProposal[],
  { fileName, file, today }: MappingContext,
): ProposedMapping | null {
  const usable = columns.filter(({ column }) => !/[{}]/.test(column))
  const about = touchpointColumn(usable)
  const scored = answerGroups(usable.filter(({ role }) => role === 'score'))
  if (scored.length === 0) return null
  const answers = about === null ? scored : scored.map((group) => ({ ...group, touchpoint: about }))
  const name = parsePath(fileName).name.replace(/\.(csv|tsv|txt)$/, '')
  const comments = usable.filter(({ role }) => role === 'verbatim')
  return {
    mapping: 1,
    name,
    source: keyOf(name) || 'file',
    file: unusualFile(file),
    row: rowTraits(usable, { today, about }),
    answers,
    ...(comments.length > 0 && {
      comments: comments.map(({ column }) => ({ column, touchpoint: touchpointOf(column) })),
    }),
  }
}

/** Column that says what the only score of a row is about, in a file of one row an answer; null in all others. */
export function touchpointColumn(columns: readonly ColumnProposal[]): string | null {
  const scores = columns.filter(({ role }) => role === 'score')
  const about = columns.find(({ role }) => role === 'touchpoint')
  return scores.length === 1 && about ? about.column : null
}

const usualFile = { encoding: 'utf-8', delimiter: ',', quote: '"', decimal: '.', headerRows: 1, names: 1 }

/** What has to be said about the file, because it is not as files usually are. */
export function unusualFile(file: MappingFile): Record<string, string | number> {
  const usual = new Map<string, unknown>(Object.entries(usualFile))
  return Object.fromEntries(Object.entries(file).filter(([name, value]) => usual.get(name) !== value))
}

function rowTraits(
  columns: readonly ColumnProposal[],
  { today, about }: { today: string; about: string | null },
) {
  const best = (role: ColumnProposal['role']) =>
    columns
      .filter((proposal) => proposal.role === role)
      .reduce<ColumnProposal | null>(
        (left, right) => (left && left.confidence >= right.confidence ? left : right),
        null,
      )?.column
  const [id, person] = [best('response'), best('person')]
  const traits = Object.fromEntries(
    (['unit', 'channel', 'offer', 'language', 'weight'] as const).flatMap((role) => {
      const column = best(role)
      return column === undefined ? [] : [[role, column]]
    }),
  )
  const segments = columns.flatMap(({ role, column, confidence }) => {
    const name = keyOf(column)
    return role === 'segment' && confidence >= 0.8 && name !== '' ? [[name, column] as const] : []
  })
  return {
    ...(id !== undefined && { id: about === null ? `{${id}}` : `{${id}}-{${about}}` }),
    ...(person !== undefined && { person: `{${person}}` }),
    date: proposedDate(columns, today),
    ...traits,
    ...(segments.length > 0 && { segments: Object.fromEntries(segments) }),
  }
}

function proposedDate(columns: readonly ColumnProposal[], today: string) {
  const dates = columns.filter(({ role }) => role === 'date')
  const best = dates.reduce<ColumnProposal | null>(
    (left, right) => (left && left.confidence >= right.confidence ? left : right),
    null,
  )
  if (!best) return { text: today }
  const formats = best.formats ?? []
  if (formats.includes('d')) return { text: `${today.slice(0, 7)}-{${best.column}}`, format: 'yyyy-MM-d' }
  return { text: `{${best.column}}`, format: formats.length === 1 ? formats[0] : formats }
}

/** Scores of one scale and the same codes are asked together. */
function answerGroups(scores: readonly ColumnProposal[]): AnswerGroup[] {
  const groups = new Map<string, AnswerGroup>()
  for (const { column, label, scale, notGiven = [], values } of scores) {
    if (!scale) continue
    const spec = {
      kind: kindOf(`${column} ${label}`, scale),
      scale,
      ...(notGiven.length > 0 && { notGiven }),
      ...(values && { values }),
    }
    const group = groups.get(JSON.stringify(spec)) ?? { ...spec, columns: {} }
    group.columns[column] = touchpointOf(column)
    groups.set(JSON.stringify(spec), group)
  }
  return [...groups.values()]
}

function touchpointOf(column: string): string {
  return keyOf(column) || 'question'
}

/** Kind of answers: recommendation from 0 to 10, effort, and satisfaction in all other cases. */
export function kindOf(said: string, { low, high }: { low: number; high: number }): string {
  const words = wordsOf(said)
  if (low === 0 && high === 10 && words.some((word) => /^(nps|recommend\w*|recommand\w*|net)$/.test(word)))
    return 'nps'
  return words.some((word) => /^(effort|ces|ease|easy|facile|facilite)$/.test(word)) ? 'ces' : 'csat'
}
