import type { Formats } from '../../../foundations/format/formats.ts'
import { numberWord } from '../../../foundations/format/number-word.ts'
import { sayer } from '../../../foundations/format/sayer.ts'

/** A cell by its row, and the side of the promise on which its whole interval lies. */
export interface JudgedCell {
  /** Name of the row. */
  readonly row: string
  /** Key of the column; empty for answers that name none. */
  readonly column: string
  readonly tone: 'short' | 'ahead' | 'level' | 'thin'
  /** Whether it has an interval that could have been on one side. */
  readonly isJudged: boolean
}

/** Share of cells that an interval at 95 % puts on one side where there is no difference. */
const byChance = 0.05

/**
 * The title of the map, by rules in this order: nothing on one side; the row that falls short nearly everywhere; else how many
 * cells fall short and how many do better.
 */
export function heatFinding(cells: readonly JudgedCell[], by: string, formats: Formats): string {
  const say = sayer(words, formats.language)
  const judged = cells.filter(({ isJudged }) => isJudged)
  const short = cells.filter(({ tone }) => tone === 'short')
  const ahead = cells.filter(({ tone }) => tone === 'ahead').length
  const total = formats.number(judged.length)
  if (judged.length === 0) return say('thin')
  if (short.length === 0 && ahead === 0) return say('level', { total })
  if (short.length === 0)
    return say('ahead', { count: ahead, number: numberWord(ahead, formats.language), total })
  const worst = rowShortNearlyEverywhere(judged.filter(({ column }) => column !== ''))
  if (worst) {
    const [row, number, inRow] = worst
    const columns = say(columnWord(by))
    return say('row', { row, columns, number: formats.number(number), total: formats.number(inRow) })
  }
  return say('short', {
    count: short.length,
    number: numberWord(short.length, formats.language),
    total,
    ahead: formats.number(ahead),
  })
}

/** How many cells chance alone would put on one side, where none differed: what the marks are to be read against. */
export function heatChance(cells: readonly JudgedCell[], formats: Formats): string {
  const judged = cells.filter(({ isJudged }) => isJudged).length
  const number = formats.number(Math.round(byChance * judged))
  return sayer(words, formats.language)('chance', { number, total: formats.number(judged) })
}

type ShortRow = readonly [row: string, short: number, judged: number]

/** Of the rows with three cells short, and two thirds of theirs, the one with most. */
function rowShortNearlyEverywhere(judged: readonly JudgedCell[]): ShortRow | undefined {
  const rows = [...Map.groupBy(judged, ({ row }) => row)].map(([row, cells]): ShortRow => {
    return [row, cells.filter(({ tone }) => tone === 'short').length, cells.length]
  })
  return rows
    .filter(([, short, all]) => short >= 3 && short * 3 >= all * 2)
    .sort(([, one], [, other]) => other - one)[0]
}

const columnWords = ['unit', 'month', 'quarter', 'channel'] as const

function columnWord(by: string): (typeof columnWords)[number] | 'segment' {
  return columnWords.find((one) => one === by) ?? 'segment'
}

const words = {
  unit: { en: 'units', fr: 'unités' },
  month: { en: 'months', fr: 'mois' },
  quarter: { en: 'quarters', fr: 'trimestres' },
  channel: { en: 'channels', fr: 'canaux' },
  segment: { en: 'groups', fr: 'groupes' },
  thin: { en: 'Too few answers to tell any cell', fr: 'Trop peu de réponses pour dire une seule case' },
  level: {
    en: 'None of the {total} cells that can be told stands out',
    fr: 'Aucune des {total} cases qui peuvent être dites ne se détache',
  },
  ahead: {
    en: {
      one: 'One cell of {total} does better, none falls short',
      other: '{number} cells of {total} do better, none falls short',
    },
    fr: {
      one: 'Une case sur {total} fait mieux, aucune n’est en dessous',
      other: '{number} cases sur {total} font mieux, aucune n’est en dessous',
    },
  },
  row: {
    en: '{row} falls short in {number} of {total} {columns}',
    fr: '{row} est en dessous dans {number} {columns} sur {total}',
  },
  short: {
    en: {
      one: 'One cell of {total} falls short, {ahead} better',
      other: '{number} cells of {total} fall short, {ahead} better',
    },
    fr: {
      one: 'Une case sur {total} est en dessous, {ahead} au-dessus',
      other: '{number} cases sur {total} sont en dessous, {ahead} au-dessus',
    },
  },
  chance: {
    en: 'of {total} cells, chance alone would mark about {number}',
    fr: 'sur {total} cases, le hasard seul en marquerait {number} environ',
  },
} as const
