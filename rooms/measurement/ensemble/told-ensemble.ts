import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { noEvenness } from '../../../foundations/statistics/aggregation/evenness.ts'
import type { Estimate } from '../../../foundations/statistics/estimate.ts'
import type { Measure, MeasureUnit, Period } from '../contract.ts'
import { type Limited, limitedEstimate } from '../purchases/limited.ts'
import type { Ensemble, Raising, Strand } from './ensemble.contract.ts'
import type { EnsembleFound } from './ensemble-of-marks.ts'
import { ensembleFinding } from './ensemble-said.ts'
import type { RaisingFound } from './raising-of-responses.ts'
import type { PlaceApart, StrandFound } from './strands-of-levels.ts'

interface Named {
  readonly key: string
  readonly name: LocalText
}

export interface EnsembleToTell {
  readonly measure: Measure
  readonly unit: MeasureUnit
  readonly scale: { readonly low: number; readonly high: number }
  readonly period: Period
  readonly outcome: { readonly measure: Named; readonly unit: MeasureUnit } | null
  readonly touchpoints: readonly Named[]
  readonly units: readonly Named[]
  readonly journeys: readonly Named[]
}

/** The ensemble as it crosses the door: places with their names, figures with their limits. */
export function toldEnsemble(found: EnsembleFound, asked: EnsembleToTell): Ensemble {
  const { measure, unit, scale, period, outcome } = asked
  const told = {
    ...{ unit, scale, period, people: found.people, drawn: found.drawn },
    measure: { key: measure.key, name: measure.name },
    strands: found.strands.map((strand) => toldStrand(strand, asked)),
    raising: found.raising && outcome ? toldRaising(found.raising, { found, outcome, asked }) : null,
  }
  return { ...told, finding: ensembleFinding(told) }
}

function toldStrand(strand: StrandFound, asked: EnsembleToTell): Strand {
  const { kind, key, people, thin, leader, laggard, hasSoloist, found } = strand
  const none = typeof found === 'string'
  const { evenness, spread } = none ? noEvenness(found, people) : found
  const named = namesOf(strand, asked)
  const apart = (one: PlaceApart | null, n: number) =>
    one && {
      ...{ key: one.key, name: named(one.key), others: one.others, isApart: one.isApart },
      distance: levelEstimate(one.distance, n),
      toOthers: levelEstimate(one.toOthers, n),
    }
  return {
    ...{ kind, key, people, hasSoloist, evenness, spread, thin: [...thin] },
    name: asked.journeys.find((one) => one.key === key)?.name ?? (key || kind),
    why: none ? (found as Strand['why']) : null,
    p: none ? null : found.p,
    places: strand.places.map((place) => ({
      ...{ key: place.key, at: place.at, people: place.people, name: named(place.key) },
      level: levelEstimate(place.level, place.people),
    })),
    leader: apart(leader, people),
    laggard: apart(laggard, people),
  }
}

function levelEstimate(limited: Limited, n: number): Estimate {
  return limitedEstimate(limited, n, 'within-groups')
}

function namesOf({ kind }: StrandFound, { touchpoints, units }: EnsembleToTell): (key: string) => LocalText {
  const known = kind === 'unit' ? units : kind === 'channel' ? [] : touchpoints
  return (key) => known.find((one) => one.key === key)?.name ?? key
}

interface RaisingAsked {
  readonly found: EnsembleFound
  readonly outcome: NonNullable<EnsembleToTell['outcome']>
  readonly asked: EnsembleToTell
}

function toldRaising(raising: RaisingFound, { found, outcome, asked }: RaisingAsked): Raising {
  const whole = typeof raising.found === 'string' ? null : raising.found
  const places = found.strands[0]?.places ?? []
  return {
    outcome: { key: outcome.measure.key, name: outcome.measure.name },
    unit: outcome.unit,
    why: whole ? null : (raising.found as Raising['why']),
    n: raising.n,
    touchpoints: (whole?.touchpoints ?? []).map(({ low, middle, repaired, polished }, at) => {
      const touchpoint = raising.touchpoints[at]!
      return {
        ...{ touchpoint, low, middle, repaired, polished },
        name: asked.touchpoints.find(({ key }) => key === touchpoint)?.name ?? touchpoint,
        level: places.find(({ key }) => key === touchpoint)?.level.value ?? null,
      }
    }),
    weakest: [...raising.weakest],
    best: raising.best,
    together: whole && {
      ...{ weakest: whole.weakest, best: whole.best, weakestEach: whole.weakestEach },
      ...{ bestEach: whole.bestEach, differenceEach: whole.differenceEach },
    },
  }
}
