import { predictionQuality } from '../foundations/statistics/prediction/prediction-quality.ts'
import { pricePremium } from '../foundations/statistics/price/price-premium.ts'
import { interceptOf } from '../foundations/statistics/regression/design-matrix.ts'
import { generalisedLinearModel } from '../foundations/statistics/regression/generalised-linear-model.ts'
import { poissonFamily } from '../foundations/statistics/regression/likelihood-families.ts'
import { betaGeometricExpected } from '../foundations/statistics/repurchase/beta-geometric.ts'
import { fitBetaGeometric } from '../foundations/statistics/repurchase/fit-repurchase.ts'
import { discreteHazard } from '../foundations/statistics/survival/discrete-hazard.ts'
import { type SurvivalCurve, survivalCurve } from '../foundations/statistics/survival/survival-curve.ts'
import { fullMonths } from './sample-calendar.ts'
import { coefficientAt, known } from './test-listening-estimates.ts'
import type { Bought, Membership, SampleFacts } from './test-sample-facts.ts'
import type { Slope } from './test-unit-months.ts'

export interface ByClass {
  readonly detractor: Slope
  readonly promoter: Slope
}

const isDetractor = (recommend: number) => (recommend <= 6 ? 1 : 0)
const isPromoter = (recommend: number) => (recommend >= 9 ? 1 : 0)

/** What people said of themselves, in the month in which they said it. */
function saidInMonth({ yearly, calls }: SampleFacts): Map<string, number> {
  return new Map(
    [...yearly, ...calls].map(({ person, month, recommend }) => [`${person} ${month}`, recommend]),
  )
}

/** Log points of price at equal product, against passive people, over purchases of the month of an answer. */
export function premiums(facts: SampleFacts): ByClass & { readonly withoutProduct: number } {
  const said = saidInMonth(facts)
  const rows = facts.bought.flatMap((one) => {
    const recommend = said.get(`${one.person} ${one.month}`)
    return recommend === undefined ? [] : [{ ...one, recommend }]
  })
  const column = (value: (row: (typeof rows)[number]) => number) => rows.map(value)
  const found = known(
    pricePremium({
      price: column(({ price }) => price),
      experience: column(({ recommend }) => isPromoter(recommend)),
      products: rows.map(({ offer }) => offer),
      controls: [{ name: 'detractor', values: column(({ recommend }) => isDetractor(recommend)) }],
    }),
  )
  const meanLog = (chosen: readonly Bought[]) =>
    chosen.reduce((sum, { price }) => sum + Math.log(price), 0) / chosen.length
  const promoters = rows.filter(({ recommend }) => recommend >= 9)
  const passives = rows.filter(({ recommend }) => recommend === 7 || recommend === 8)
  const withoutProduct = meanLog(promoters) - meanLog(passives)
  return { promoter: found.coefficient, detractor: found.controls[0]!, withoutProduct }
}

/** Log ratio of purchases in the month of an answer, against passive people; errors widened by the dispersion. */
export function purchaseRates(facts: SampleFacts): ByClass {
  const counts = new Map<string, number>()
  for (const { person, month } of facts.bought)
    counts.set(`${person} ${month}`, (counts.get(`${person} ${month}`) ?? 0) + 1)
  const answers = [...facts.yearly, ...facts.calls]
  const purchases = answers.map(({ person, month }) => counts.get(`${person} ${month}`) ?? 0)
  const recommend = answers.map((one) => one.recommend)
  const fit = known(
    generalisedLinearModel(
      purchases,
      [
        interceptOf(answers.length),
        { name: 'detractor', values: recommend.map(isDetractor) },
        { name: 'promoter', values: recommend.map(isPromoter) },
      ],
      { family: poissonFamily },
    ),
  )
  const inflation = Math.sqrt(Math.max(1, dispersionOf(purchases, fit.fitted)))
  return { detractor: coefficientAt(fit, 1, inflation), promoter: coefficientAt(fit, 2, inflation) }
}

function dispersionOf(counts: readonly number[], fitted: ArrayLike<number>): number {
  const pearson = counts.reduce((sum, count, i) => sum + (count - fitted[i]!) ** 2 / fitted[i]!, 0)
  return pearson / (counts.length - 3)
}

interface MemberSpell {
  readonly person: string
  readonly from: number
  readonly to: number
  readonly reason: string
}

/** Spells of membership, the last one open at the end. */
function memberSpells(memberships: readonly Membership[]): MemberSpell[] {
  const open = new Map<string, number>()
  const spells: MemberSpell[] = []
  for (const { person, name, month, reason } of memberships) {
    if (name !== 'membership-ended') open.set(person, month)
    else {
      spells.push({ person, from: open.get(person)!, to: month, reason })
      open.delete(person)
    }
  }
  for (const [person, from] of open) spells.push({ person, from, to: fullMonths, reason: '' })
  return spells
}

/** Log hazard ratios of leaving in the month of an answer and the two that follow, against passive people. */
export function leavingHazards(facts: SampleFacts): ByClass {
  const spells = new Map<string, MemberSpell[]>()
  for (const spell of memberSpells(facts.memberships))
    spells.set(spell.person, [...(spells.get(spell.person) ?? []), spell])
  const rows: { event: number; recommend: number }[] = []
  for (const { person, month, recommend } of [...facts.yearly, ...facts.calls]) {
    const spell = spells.get(person)?.find(({ from, to }) => from <= month && month <= to)
    if (!spell) continue
    for (let at = month; at <= Math.min(month + 2, spell.to, fullMonths - 1); at++)
      rows.push({ event: spell.reason !== '' && at === spell.to ? 1 : 0, recommend })
  }
  const fit = known(
    discreteHazard(
      {
        event: rows.map(({ event }) => event),
        covariates: [
          { name: 'detractor', values: rows.map(({ recommend }) => isDetractor(recommend)) },
          { name: 'promoter', values: rows.map(({ recommend }) => isPromoter(recommend)) },
        ],
      },
      'cloglog',
    ),
  )
  return { detractor: coefficientAt(fit, 1), promoter: coefficientAt(fit, 2) }
}

/** Months until known leavers come back, by why they left and whether they were written to. */
export function returns(
  facts: SampleFacts,
  part: { overExperience: boolean; writtenTo: boolean },
): SurvivalCurve {
  const resumed = new Map<string, number[]>()
  for (const { person, name, month } of facts.memberships)
    if (name === 'membership-resumed') resumed.set(person, [...(resumed.get(person) ?? []), month])
  const times: number[] = []
  const events: number[] = []
  for (const { person, to, reason } of memberSpells(facts.memberships)) {
    if (reason === '' || to > fullMonths - 2 || (reason === 'experience') !== part.overExperience) continue
    if (facts.letters.has(`${person} ${to + 2}`) !== part.writtenTo) continue
    const back = resumed.get(person)?.find((month) => month > to && month < fullMonths)
    times.push((back ?? fullMonths - 1) - to)
    events.push(back === undefined ? 0 : 1)
  }
  return known(survivalCurve(times, events))
}

/** What people said they would do within three months, and what they did. */
export function intentions({ yearly, bought }: SampleFacts, horizon: number) {
  const months = new Set(bought.map(({ person, month }) => `${person} ${month}`))
  const asked = yearly.filter(({ month }) => month + horizon <= fullMonths)
  const said = asked.map(({ buyAgain }) => buyAgain / 10)
  const did = asked.map(({ person, month }) =>
    Array.from({ length: horizon }, (_, i) => months.has(`${person} ${month + i}`)).some(Boolean) ? 1 : 0,
  )
  const forecasts = said.map((share) => Math.min(0.95, Math.max(0.05, share)))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { quality: known(predictionQuality(forecasts, did)), said: mean(said), did: mean(did) }
}

const WEEK_MS = 7 * 86_400_000

/** Purchases expected by MBG/NBD over the last year from the years before, and those that came. */
export function repurchases({ bought }: SampleFacts, { splitMs, endMs }: { splitMs: number; endMs: number }) {
  const histories = new Map<string, number[]>()
  for (const { person, atMs } of bought) histories.set(person, [...(histories.get(person) ?? []), atMs])
  const seen = [...histories.values()].flatMap((times) => {
    const before = times.filter((atMs) => atMs < splitMs).sort((a, b) => a - b)
    const [first] = before
    if (first === undefined) return []
    const history = {
      repeats: before.length - 1,
      recency: (before.at(-1)! - first) / WEEK_MS,
      observed: (splitMs - first) / WEEK_MS,
    }
    return [{ history, later: times.length - before.length }]
  })
  const { parameters } = known(
    fitBetaGeometric(
      seen.map(({ history }) => history),
      'mbg',
    ),
  )
  const horizon = (endMs - splitMs) / WEEK_MS
  const expected = seen.reduce(
    (sum, { history }) => sum + betaGeometricExpected({ history, parameters, kind: 'mbg' }, horizon),
    0,
  )
  return { expected, came: seen.reduce((sum, { later }) => sum + later, 0), customers: seen.length }
}
