import type { Figure, Figures, MeasureUnit, Verdict } from '../contract.ts'

type Language = 'en' | 'fr'

export interface FigureTableNeeds {
  readonly figures: Figures
  /** Unit of each measure, by key. */
  readonly units: ReadonlyMap<string, MeasureUnit>
  readonly language: Language
}

/** Figures as rows of text: value, interval, n, change, promise and gap, each in its own unit, and the method. */
export function figureTable({ figures: { figures }, units, language }: FigureTableNeeds) {
  const groupings = [...new Set(figures.flatMap(({ group }) => Object.keys(group)))]
  const columns = columnsFor(figures)
  const rows = figures.map((figure) => {
    const unit = units.get(figure.measure) ?? 'score'
    const groups = groupings.map((grouping) => figure.group[grouping] ?? '')
    return [...groups, figure.measure, ...columns.map((column) => column.text({ figure, unit, language }))]
  })
  const head = [...groupings, words.measure[language], ...columns.map(({ title }) => title[language])]
  const first = groupings.length + 1
  return { head, rows, right: columns.flatMap(({ left }, place) => (left ? [] : [first + place])) }
}

interface Cell {
  readonly figure: Figure
  readonly unit: MeasureUnit
  readonly language: Language
}

interface Column {
  readonly title: Readonly<Record<Language, string>>
  readonly text: (cell: Cell) => string
  /** True where the text reads from the left. */
  readonly left?: boolean
}

/** Columns that no figure fills are left out. */
function columnsFor(figures: readonly Figure[]): Column[] {
  const compared = figures.some(({ verdict }) => verdict !== null)
  const promised = figures.some(({ promise }) => promise !== null)
  return [...measured, ...(compared ? moved : []), ...(promised ? kept : []), ...how]
}

const measured: readonly Column[] = [
  {
    title: { en: 'value', fr: 'valeur' },
    text: ({ figure, ...how }) => ownText(figure)(figure.estimate.value, how),
  },
  {
    title: { en: 'interval', fr: 'intervalle' },
    text: ({ figure, ...how }) => rangeText(figure, how),
  },
  { title: { en: 'n', fr: 'n' }, text: ({ figure, language }) => figure.estimate.n.toLocaleString(language) },
]

const moved: readonly Column[] = [
  {
    title: { en: 'change', fr: 'évolution' },
    text: ({ figure, ...how }) => signedText(figure.change?.value ?? null, how),
  },
  {
    title: { en: 'verdict', fr: 'verdict' },
    text: ({ figure, language }) => (figure.verdict ? verdicts[figure.verdict][language] : ''),
    left: true,
  },
]

const kept: readonly Column[] = [
  { title: { en: 'promise', fr: 'promesse' }, text: ({ figure, ...how }) => amountText(figure.promise, how) },
  {
    title: { en: 'gap', fr: 'écart' },
    text: ({ figure, ...how }) => signedText(figure.gap?.value ?? null, how),
  },
]

const how: readonly Column[] = [
  {
    title: { en: 'method', fr: 'méthode' },
    text: ({ figure: { estimate } }) => [estimate.method, estimate.why].filter(Boolean).join(': '),
    left: true,
  },
]

const words = { measure: { en: 'measure', fr: 'mesure' } }

const verdicts: Readonly<Record<Verdict, Record<Language, string>>> = {
  'moved-up': { en: 'up', fr: 'en hausse' },
  'moved-down': { en: 'down', fr: 'en baisse' },
  noise: { en: 'noise', fr: 'bruit' },
  'too-thin': { en: 'too thin', fr: 'trop peu' },
}

interface Spoken {
  readonly unit: MeasureUnit
  readonly language: Language
}

const decimals: Readonly<Record<MeasureUnit, number>> = {
  points: 1,
  share: 1,
  score: 2,
  answers: 0,
  money: 0,
}

/** A figure in its unit; a share is told in percent. */
function amountText(value: number | null, { unit, language }: Spoken): string {
  if (value === null) return '–'
  const digits = decimals[unit]
  const text = value.toLocaleString(language, {
    style: unit === 'share' ? 'percent' : 'decimal',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return text.replace('\u00a0', '\u202f').replace('-', '−')
}

function rangeText(figure: Figure, spoken: Spoken): string {
  const { low, high } = figure.estimate
  if (low === null || high === null) return '–'
  const text = ownText(figure)
  return `${text(low, spoken)} – ${text(high, spoken)}`
}

/** How a figure itself is told: one that is a distance to a promise, as the difference it is. */
function ownText({ estimate: { method } }: Figure): typeof amountText {
  return method === 'mean-of-gaps' ? signedText : amountText
}

/** A difference, with its sign; between shares it is told in points of percent. */
function signedText(value: number | null, { unit, language }: Spoken): string {
  if (value === null) return '–'
  const digits = decimals[unit]
  const amount = unit === 'share' ? value * 100 : value
  const text = amount.toLocaleString(language, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return (unit === 'share' ? `${text} pt` : text).replace('-', '−')
}
