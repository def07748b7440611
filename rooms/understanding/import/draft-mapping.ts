import { stringify } from 'yaml'
import type { DraftColumn, DraftRole, MappingDraft } from './draft.contract.ts'
import { keyOf } from './key-of.ts'

/** The mapping that reads a file as its columns were set right, as YAML. */
export function draftMapping({ name, source, population, file, day, columns }: MappingDraft): string {
  const of = (role: DraftRole) => columns.filter((column) => column.role === role)
  const about = of('touchpoint')[0]?.column
  const parts = {
    answers: answerGroups(of('score'), about),
    comments: of('verbatim').map((column) => ({ column: column.column, touchpoint: keyIn(column) })),
    choices: boxGroups(of('check-all')),
    outcomes: of('outcome').map((column) => ({ kind: keyIn(column), value: column.column })),
  }
  const told = Object.entries(parts).filter(([, list]) => list.length > 0)
  const head = { mapping: 1, name, source, ...(population !== 'customers' && { population }) }
  const body = { row: rowOf(of, { day, about }), ...Object.fromEntries(told) }
  return stringify({ ...head, ...(Object.keys(file).length > 0 && { file }), ...body }, { lineWidth: 0 })
}

const keyIn = ({ key, column }: DraftColumn) => key ?? (keyOf(column) || 'question')

interface RowNeeds {
  readonly day: string
  readonly about: string | undefined
}

function rowOf(of: (role: DraftRole) => DraftColumn[], { day, about }: RowNeeds) {
  const first = (role: DraftRole) => of(role)[0]?.column
  const [id, person] = [first('response'), first('person')]
  const traits = (['unit', 'channel', 'offer', 'language', 'weight'] as const).flatMap((role) => {
    const column = first(role)
    return column === undefined ? [] : [[role, column]]
  })
  const segments = of('segment').map((column) => [keyIn(column), column.column])
  return {
    ...(id !== undefined && { id: about === undefined ? `{${id}}` : `{${id}}-{${about}}` }),
    ...(person !== undefined && { person: `{${person}}` }),
    date: dateOf(of('date')[0], day),
    ...Object.fromEntries(traits),
    ...(segments.length > 0 && { segments: Object.fromEntries(segments) }),
  }
}

/** Days without a month stand in the month of the day that all rows would have. */
function dateOf(date: DraftColumn | undefined, day: string) {
  if (!date) return { text: day }
  const formats = date.formats ?? []
  if (formats.includes('d')) return { text: `${day.slice(0, 7)}-{${date.column}}`, format: 'yyyy-MM-d' }
  if (formats.length === 0) return { text: `{${date.column}}` }
  return { text: `{${date.column}}`, format: formats.length === 1 ? formats[0] : formats }
}

/** Scores of one kind, one scale and the same codes are asked together. */
function answerGroups(scores: readonly DraftColumn[], about: string | undefined) {
  const groups = new Map<string, { columns: Record<string, string> }>()
  for (const score of scores) {
    const { column, kind = 'csat', scale = { low: 1, high: 5 }, notGiven = [], values } = score
    const traits = {
      ...{ kind, scale },
      ...(about !== undefined && { touchpoint: about }),
      ...(notGiven.length > 0 && { notGiven }),
      ...(values && Object.keys(values).length > 0 && { values }),
    }
    const known = JSON.stringify(traits)
    const group = groups.get(known) ?? { ...traits, columns: {} }
    group.columns[column] = keyIn(score)
    groups.set(known, group)
  }
  return [...groups.values()]
}

/** Boxes of one question become answers about one touchpoint. */
function boxGroups(boxes: readonly DraftColumn[]) {
  const groups = new Map<string, DraftColumn[]>()
  for (const box of boxes) {
    const question = box.group ?? box.column
    groups.set(question, [...(groups.get(question) ?? []), box])
  }
  return [...groups].map(([question, together]) => ({
    name: keyOf(question) || 'question',
    touchpoint: keyIn(together[0]!),
    columns: Object.fromEntries(together.map(({ column }) => [column, keyOf(column) || 'choice'])),
  }))
}
