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

function counts(data: Table) {
  const series = {
    counts: data.numbers('aces'),
    times: data.numbers('time'),
    after: data.numbers('smokban'),
    exposure: data.numbers('stdpop'),
  }
  const plain = succeed(interruptedCounts(series))
  const season = seasonTerms(data.numbers('month'), { period: 12, harmonics: 2 })
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
  const harmonics = Number(title.match(/Fourier\((\d+)\)/)?.[1] ?? 1)
  const lag = Number(textIn(input, 'nw').match(/lag (\d+)/)?.[1] ?? 3)
  const result = succeed(
    segmentedRegression({
      times: data.numbers('t'),
      values: data.numbers('y'),
      changeAt: numberIn(input, 'intervention_at'),
      season: { period: 12, harmonics },
      lag,
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
  return has(input, 'intervention_at') ? segmented(input, { data, title }) : counts(data)
}
