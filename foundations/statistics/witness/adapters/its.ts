import {
  interruptedCounts,
  type RateRatio,
  seasonTerms,
  segmentedRegression,
} from '../../causal/interrupted-series.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { byName, succeed } from './formula.ts'
import { has, numberIn, textIn } from './numbers-in.ts'

const shown = ({ value, low, high }: RateRatio) => [value, low, high]

/** Harmonics of the season as the title says them, "Fourier(2)". */
const harmonicsIn = (title: string, otherwise: number) =>
  Number(title.match(/Fourier\((\d+)\)/)?.[1] ?? otherwise)

/** The first of the names that is a column. */
function oneOf(data: Table, ...names: readonly string[]): Float64Array {
  const name = names.find((candidate) => data.columns.includes(candidate))
  if (!name) throw new RangeError(`no column ${names.join(' or ')}; there are ${data.columns.join(', ')}`)
  return data.numbers(name)
}

function counts(input: CaseInput, { data, title }: { data: Table; title: string }) {
  const times = oneOf(data, 'time', 't')
  const hasExposure = ['stdpop', 'pop', 'exposure'].some((name) => data.columns.includes(name))
  const period = numberIn(input, 'period', 12)
  const series = {
    counts: oneOf(data, 'aces', 'count', 'events', 'y'),
    times,
    after: oneOf(data, 'smokban', 'post', 'after'),
    exposure: hasExposure ? oneOf(data, 'stdpop', 'pop', 'exposure') : times.map(() => 1),
  }
  const plain = succeed(interruptedCounts(series))
  const months = data.columns.includes('month') ? data.numbers('month') : times
  const season = seasonTerms(months, { period, harmonics: harmonicsIn(title, 2) })
  const seasonal = succeed(interruptedCounts({ ...series, season }))
  return {
    rr_poisson: shown(plain.poisson),
    rr_quasi: shown(plain.quasi),
    dispersion: plain.dispersion,
    rr_quasi_season: shown(seasonal.quasi),
    dispersion_season: seasonal.dispersion,
  }
}

function segmented(input: CaseInput, { data, title }: { data: Table; title: string }) {
  const said = `${textIn(input, 'nw')} ${title}`.match(/lag\s*(\d+)|Newey-West\((\d+)\)/i)
  const lag = Number(said?.[1] ?? said?.[2] ?? 3)
  const result = succeed(
    segmentedRegression({
      times: data.numbers('t'),
      values: data.numbers('y'),
      changeAt: numberIn(input, 'intervention_at'),
      season: { period: numberIn(input, 'period', 12), harmonics: harmonicsIn(title, 1) },
      lag,
      fewestPerSide: 2,
    }),
  )
  return {
    coef: byName(result.names, result.coefficients),
    se_ols: byName(result.names, result.classicalErrors),
    [`se_nw${lag}`]: byName(result.names, result.robustErrors),
    effect_at_end: result.effectAtEnd,
    [`effect_at_end_se_nw${lag}`]: result.effectAtEndError,
    dw: result.durbinWatson,
  }
}

/** Interrupted series of counts, or of a mean. */
export const its: Adapter = (input, { table, title }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  return has(input, 'intervention_at') ? segmented(input, { data, title }) : counts(input, { data, title })
}
