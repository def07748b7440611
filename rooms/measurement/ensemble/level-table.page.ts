import { textIn } from '../../../foundations/format/text-in.ts'
import type { ChartTable } from '../../../foundations/ui/chart/chart-table.ts'
import type { Strand } from './ensemble.contract.ts'

interface Saying {
  readonly say: (word: 'place' | 'people' | 'level' | 'low' | 'high') => string
  readonly language: 'en' | 'fr'
}

/** The numbers of a strand, as a table. */
export function levelTable({ places }: Strand, { say, language }: Saying): ChartTable {
  return {
    columns: [say('place'), say('people'), say('level'), say('low'), say('high')],
    rows: places.map(({ name, people, level }) => [
      ...[textIn(name, language), people],
      ...[level.value, level.low, level.high],
    ]),
  }
}

/** The lowest and the highest limit of some levels. */
export function endsOf(places: Strand['places']): [number, number] {
  const limits = places.flatMap(({ level }) => [level.low!, level.high!])
  return [Math.min(...limits), Math.max(...limits)]
}
