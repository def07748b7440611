import type { ColumnProposal, ColumnRole } from '../../contract.ts'
import type { ColumnGroup } from './column-groups.ts'
import { isOnScale, pooledShares } from './column-groups.ts'
import { type ColumnProfile, distinctShare } from './column-sample.ts'
import { areTimes, dateStyle } from './date-style.ts'
import { isNamed, isNamedKey } from './name-hints.ts'
import { reasons, type Said, scaleSaid } from './said.ts'
import { type ScoreScale, scoreScale } from './score-scale.ts'
import { wordScale } from './word-scale.ts'

/** What is known of a file when one of its columns is judged. */
export interface ColumnContext {
  readonly group: ColumnGroup | null
  /** Scales of the batteries of the file. */
  readonly scales: readonly ScoreScale[]
  /** Scales of the batteries that the columns before and after it belong to. */
  readonly besides: readonly ScoreScale[]
}

/** A column as its cells and its neighbours let it be judged. */
export type JudgedColumn = Omit<ColumnProposal, 'kind' | 'key' | 'samples'>
type Judgement = Omit<JudgedColumn, 'column' | 'label'>
type Rule = (profile: ColumnProfile, context: ColumnContext) => Judgement | null

/** What a column seems to be: the first rule that recognises it decides. */
export function columnRole(profile: ColumnProfile, context: ColumnContext): JudgedColumn {
  const { name: column, label } = profile
  for (const rule of rules) {
    const judgement = rule(profile, context)
    if (judgement) return { column, label, ...judgement }
  }
  return { column, label, ...judged('ignore', reasons.manyValues(), 0.3) }
}

function judged(role: ColumnRole, why: Said, confidence: number): Judgement {
  return { role, why, confidence }
}

const nothing: Rule = ({ name, filled, counts, cells }, { group }) => {
  if (name === '') return judged('ignore', reasons.nameless(), 0.9)
  if (filled === 0) return judged('ignore', reasons.empty(), 1)
  const isConstant = counts.size === 1 && filled > cells.length / 2 && cells.length > 5 && group === null
  return isConstant ? judged('ignore', reasons.constant([...counts.keys()][0]!), 0.8) : null
}

const weight: Rule = (profile) => {
  const { numbers, isWhole } = profile
  const isWeight = numbers?.every((value) => value >= 0) && !isWhole && isNamed(profile, 'weight')
  if (!isWeight || profile.nameWords.length > 2) return null
  return judged('weight', reasons.named({ en: 'a weight', fr: 'un poids' }), 0.9)
}

const date: Rule = (profile) => {
  const style = dateStyle(profile.counts)
  if (style && (style.formats[0] !== 'yyyyMMdd' || profile.counts.size > 1))
    return {
      ...judged('date', reasons.date(style.formats), style.order === 'unknown' ? 0.6 : 0.95),
      formats: [...style.formats],
    }
  if (areTimes(profile.counts)) return judged('ignore', reasons.time(), 0.7)
  const isDay =
    profile.isWhole && profile.numbers!.every((day) => day >= 1 && day <= 31) && profile.counts.size > 5
  const isCalled = /date|jour/i.test(profile.name)
  return isDay && isCalled ? { ...judged('date', reasons.dayOfMonth(), 0.5), formats: ['d'] } : null
}

const boxes: Rule = (_, { group }) => {
  if (group?.kind !== 'boxes' && group?.kind !== 'slots') return null
  const { columns, name } = group
  const why =
    group.kind === 'boxes' ? reasons.boxes(columns.length, name) : reasons.slots(columns.length, name)
  return { ...judged('check-all', why, 0.8), group: name }
}

const battery: Rule = (profile, { group }) => {
  if (group?.kind !== 'battery' || isNamed(profile, 'segment')) return null
  const why = reasons.battery(group.columns.length, scaleSaid(group.scale))
  return { ...scored(profile, group.scale, why), confidence: 0.9, group: group.name }
}

/** Whether the name alone says that a column tells who people are, not what they think. */
function isBackground(profile: ColumnProfile): boolean {
  return (isNamed(profile, 'segment') || isNamed(profile, 'unit')) && !isNamed(profile, 'score')
}

function scored(profile: ColumnProfile, scale: ScoreScale, why: Said): Judgement {
  const notGiven = [...scale.notGiven, ...profile.wordsAmongNumbers]
  return { role: 'score', why, confidence: 0.8, scale: { low: scale.low, high: scale.high }, notGiven }
}

const numberScore: Rule = (profile, { scales, besides }) => {
  if (!profile.isWhole || profile.counts.size > 13 || isBackground(profile)) return null
  const known = scales.find((scale) => isOnScale(profile, scale) && hasEnds(profile, scale))
  const isCalled = isNamed(profile, 'score')
  const isBeside = besides.some((scale) => scale === known)
  if (known && (isCalled || isBeside || known.notGiven.some((code) => profile.numbers!.includes(code))))
    return scored(profile, known, reasons.sameScale(scaleSaid(known)))
  const own = scoreScale(pooledShares([profile]))
  if (!own || !isCalled) return null
  return scored(profile, own, reasons.namedScore(scaleSaid(own)))
}

function hasEnds({ numbers }: ColumnProfile, { low, high }: ScoreScale): boolean {
  const shares = pooledShares([{ numbers }])
  return (shares.get(high) ?? 0) >= 0.01 && (shares.has(low) || shares.has(low + 1)) && high - low >= 4
}

/** A column of its own that uses a scale of 0 to 10 as people do: nearly all of it, and its upper end most. */
const lonelyScore: Rule = (profile) => {
  const { numbers, isWhole, counts } = profile
  if (!numbers || !isWhole || counts.size < 10 || isBackground(profile) || isNamed(profile, 'outcome'))
    return null
  const scale = scoreScale(pooledShares([profile]))
  if (scale?.high !== 10 || scale.low !== 0) return null
  const [most] = [...counts].reduce((left, right) => (right[1] > left[1] ? right : left))
  const isUpper = Number(most) >= 7 && Number(most) <= 10
  return isUpper ? { ...scored(profile, scale, reasons.scaleUsed(scaleSaid(scale))), confidence: 0.6 } : null
}

/** Ratings that are means or are given in halves: numbers with decimals inside a usual scale, under a name that says so. */
const meanScore: Rule = (profile, { group }) => {
  const { numbers, counts } = profile
  if (!numbers || !isNamed(profile, 'score') || isNamed(profile, 'outcome') || group?.kind === 'boxes')
    return null
  const [low, high] = [Math.min(...new Set(numbers)), Math.max(...new Set(numbers))]
  const isSmall = low >= 0 && high <= 10 && counts.size > 2
  if (!isSmall) return null
  const scale = { low: low < 1 ? 0 : 1, high: high <= 5 ? 5 : high <= 7 ? 7 : 10, notGiven: [] }
  return { ...scored(profile, scale, reasons.namedScore(scaleSaid(scale))), confidence: 0.6 }
}

/** Scores that are means of several items: all of them are the same fraction of whole numbers, inside a usual scale. */
const itemMean: Rule = (profile) => {
  const { numbers, counts } = profile
  if (!numbers || profile.isWhole || isNamed(profile, 'outcome')) return null
  const values = [...new Set(numbers)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const isInside = low >= 0 && high <= 10 && high - low >= 2 && counts.size > 4
  const items = isInside ? itemsAveraged(values) : null
  if (items === null) return null
  const scale = { low: low < 1 ? 0 : 1, high: high <= 5 ? 5 : high <= 7 ? 7 : 10, notGiven: [] }
  return { ...scored(profile, scale, reasons.itemMean(items, scaleSaid(scale))), confidence: 0.6 }
}

/** How many items were averaged, where all values are whole numbers divided by it. */
function itemsAveraged(values: readonly number[]): number | null {
  const divisors = Array.from({ length: 11 }, (_, index) => index + 2)
  const fits = (items: number) =>
    values.every((value) => Math.abs(value * items - Math.round(value * items)) < 0.01)
  return divisors.find((items) => items !== 10 && fits(items)) ?? null
}

const wordScore: Rule = (profile) => {
  const scale = wordScale(profile.counts)
  if (!scale || (scale.ranked.length < 3 && !isNamed(profile, 'score'))) return null
  const [first, last] = [scale.ranked[0]!, scale.ranked.at(-1)!]
  return {
    ...judged('score', reasons.words(first, last), scale.ranked.length > 2 ? 0.85 : 0.6),
    scale: { low: 1, high: scale.ranked.length },
    values: Object.fromEntries(scale.ranked.map((word, index) => [word, index + 1])),
    notGiven: [...scale.besides],
  }
}

const key: Rule = (profile) => {
  const { numbers, isWhole, counts, meanWords, filledShare } = profile
  const isCode = (numbers ? isWhole : meanWords < 1.2) && counts.size > 1 && filledShare > 0.9
  if (!isCode) return null
  const isOther = distinctShare(profile) > 0.98
  const isKey = isNamedKey(profile) || (isOther && !isNamed(profile, 'outcome') && looksLikeKey(profile))
  if (!isKey) return null
  if (isOther && !isNamed(profile, 'person')) return judged('response', reasons.everyRowOther(), 0.85)
  const role = (['person', 'offer', 'unit', 'response'] as const).find((named) => isNamed(profile, named))
  if (role) return judged(role, reasons.comesBack(), 0.8)
  return counts.size > 30 ? judged('person', reasons.comesBack(), 0.5) : null
}

/** Whole numbers that go up row by row, or long codes of letters and digits. */
function looksLikeKey({ numbers, counts, filled }: ColumnProfile): boolean {
  if (
    numbers &&
    filled >= 100 &&
    counts.size === filled &&
    [...counts.keys()].every((value) => Number(value) >= 0)
  )
    return true
  if (!numbers) return [...counts.keys()].every((value) => /\d/.test(value) && /^[\w-]{6,}$/.test(value))
  const rising = numbers.filter((value, index) => index === 0 || value > numbers[index - 1]!).length
  return rising > numbers.length * 0.95 || Math.min(...numbers.slice(0, 1000)) >= 10_000
}

const language: Rule = (profile) => {
  const areCodes = [...profile.counts.keys()].every((value) => /^[a-z]{2}([-_][A-Za-z]{2})?$/.test(value))
  if (
    isNamed(profile, 'language') &&
    profile.counts.size <= 60 &&
    profile.meanWords < 2 &&
    profile.nameWords.length <= 2
  )
    return judged('language', reasons.named({ en: 'a language', fr: 'une langue' }), 0.8)
  return areCodes && profile.counts.has('en') ? judged('language', reasons.languages(), 0.7) : null
}

const text: Rule = (profile) => {
  const { meanWords, meanLetters, numbers, counts, filled } = profile
  const isFree = numbers === null && counts.size > Math.min(20, filled / 2)
  const isLong = meanWords >= 6 && distinctShare(profile) > 0.5
  const isCalled = isNamed(profile, 'verbatim') && meanWords >= 1.5 && distinctShare(profile) > 0.2
  if (!isFree || !(isLong || (isCalled && meanLetters > 8))) return null
  return judged('verbatim', reasons.text(meanWords), isLong ? 0.9 : 0.7)
}

const ignored: Rule = (profile) =>
  isNamed(profile, 'ignore') && profile.counts.size !== 2
    ? judged(
        'ignore',
        reasons.named({ en: 'of no use for answers', fr: 'sans usage pour les réponses' }),
        0.6,
      )
    : null

function isPostal({ nameWords }: ColumnProfile): boolean {
  return nameWords.some((word) => /^(zip|zipcode|postal|postcode|postcodes)$/.test(word))
}

const quantity: Rule = (profile) => {
  const { numbers, counts, isWhole, filled } = profile
  if (!numbers) return null
  const isCalled = isNamed(profile, 'outcome')
  const isWho = isNamed(profile, 'segment') && !isCalled && (counts.size <= 120 || isPostal(profile))
  const isVaried = counts.size > (isWhole ? 12 : 5) || (counts.size > 5 && counts.size > filled / 3)
  if (isWho || !(isVaried || (isCalled && counts.size > 3))) return null
  const isUnit = isNamed(profile, 'unit') && isWhole && !isCalled
  return isUnit || (isWhole && !isCalled && areCodes(profile))
    ? null
    : judged('outcome', reasons.quantity(), isCalled ? 0.8 : 0.6)
}

/** Numbers that stand for things: how often they come up jumps from one to the next, where quantities rise once and fall. */
function areCodes({ counts }: ColumnProfile): boolean {
  if (counts.size > 200) return false
  const named = [...counts].filter(([value]) => Number(value) !== 0)
  const times = named.sort(([left], [right]) => Number(left) - Number(right)).map(([, count]) => count)
  const all = times.reduce((sum, count) => sum + count, 0)
  const jumps = times.reduce(
    (sum, count, index) => sum + Math.abs(count - (times[index - 1] ?? 0)),
    times.at(-1)!,
  )
  // Two counts differ by chance by about the root of their sum.
  const chance = times.reduce((sum, count, index) => sum + Math.sqrt(count + (times[index - 1] ?? 0)), 0)
  return all >= 5 * times.length && jumps - 2 * Math.max(...times) - chance > 0.2 * all
}

/** Many codes of letters and digits, of one length, that come back: they stand for places or people. */
function areShortCodes({ counts, filled, numbers }: ColumnProfile): boolean {
  const codes = [...counts.keys()]
  const areAlike = codes.every(
    (code) => /^(?=.*\d)(?=.*[A-Z])[A-Z\d]{4,12}$/.test(code) && code.length === codes[0]!.length,
  )
  return numbers === null && areAlike && codes.length > 30 && filled >= 2 * codes.length
}

const divided: Rule = (profile) => {
  const { counts, filled, meanWords } = profile
  const named = { en: 'a place or team', fr: 'un lieu ou une équipe' }
  const isPlace = isNamed(profile, 'unit') && counts.size > 2 && meanWords < 8
  if (areShortCodes(profile)) return judged('unit', reasons.comesBack(), 0.4)
  if (isPlace && !isNamed(profile, 'segment')) return judged('unit', reasons.named(named), 0.7)
  const role = (['channel', 'touchpoint', 'offer'] as const).find((one) => isNamed(profile, one))
  if (role && counts.size <= Math.max(30, filled / 3)) {
    const what = {
      channel: { en: 'a channel', fr: 'un canal' },
      touchpoint: { en: 'a touchpoint', fr: 'un point de contact' },
      offer: { en: 'an offer', fr: 'une offre' },
    }[role]
    return judged(role, reasons.named(what), 0.6)
  }
  const isFew = counts.size <= Math.max(30, filled / 5) || isNamed(profile, 'segment')
  return isFew ? judged('segment', reasons.fewValues(counts.size), counts.size <= 30 ? 0.8 : 0.5) : null
}

const rules: readonly Rule[] = [
  boxes,
  nothing,
  weight,
  date,
  language,
  battery,
  wordScore,
  numberScore,
  lonelyScore,
  key,
  text,
  ignored,
  meanScore,
  itemMean,
  quantity,
  divided,
]
