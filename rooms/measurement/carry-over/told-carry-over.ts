import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { benjaminiHochbergAdjusted } from '../../../foundations/statistics/comparison/adjusted-p-values.ts'
import type { Measure, Period } from '../contract.ts'
import type { CarriedIncident, CarryOver } from './carry-over.contract.ts'
import type { CarryOverFound } from './carry-over-of-moments.ts'
import { carryOverFinding } from './carry-over-said.ts'

export interface CarryOverToTell {
  readonly measure: Measure
  readonly measures: readonly Measure[]
  readonly period: Period
  readonly days: number
  readonly touchpoints: readonly { readonly key: string; readonly name: LocalText }[]
}

const told = 0.05

/** Carry-over as it crosses the door: named, with what is told apart from chance. */
export function toldCarryOver(found: CarryOverFound, asked: CarryOverToTell): CarryOver {
  const { measure, measures, period, days, touchpoints } = asked
  const place = (key: string) => ({ key, name: touchpoints.find((one) => one.key === key)?.name ?? key })
  const named = ({ key, name }: Measure) => ({ key, name })
  const ofKind = (kind: string) =>
    measures.find((one) => one.kind === kind && one.method === 'mean') ??
    measures.find((one) => one.kind === kind)!
  const whole = {
    ...{ period, days, drawn: found.drawn, responses: found.responses, people: found.people },
    measure: named(measure),
    touchpoints: found.touchpoints.map(place),
    incidents: incidentsOf(found, { place, named: (key) => named(measures.find((one) => one.key === key)!) }),
    links: found.links
      .map(({ from, to, n, slope, p }) => ({
        from: place(from),
        to: place(to),
        n,
        slope,
        p,
        isTold: p < told,
      }))
      .sort((one, other) => one.p - other.p),
    linksWhy: found.linksWhy as CarryOver['linksWhy'],
    switches: found.switches
      .map(({ from, to, kind, n, switched, effect: { p: _, ...effect }, p }) => ({
        ...{ from, to, n, switched, effect, p, isTold: p < told, measure: named(ofKind(kind)) },
      }))
      .sort((one, other) => one.p - other.p),
  }
  return { ...whole, finding: carryOverFinding(whole) }
}

interface Names {
  readonly place: (key: string) => { readonly key: string; readonly name: LocalText }
  readonly named: (key: string) => { readonly key: string; readonly name: LocalText }
}

/** Costs of all incidents at later touchpoints are tested together. */
function incidentsOf({ incidents }: CarryOverFound, { place, named }: Names): CarriedIncident[] {
  const adjusted = benjaminiHochbergAdjusted(
    incidents.flatMap(({ later }) => later.map(({ found }) => found.there.p ?? 1)),
  )
  let next = 0
  return incidents.map(({ measure, touchpoint, later }) => ({
    measure: named(measure),
    at: place(touchpoint),
    later: later.map(({ touchpoint: other, found, n }) => {
      const { p: _here, ...here } = found.here
      const { p: _there, ...there } = found.there
      const p = adjusted[next++]!
      return {
        at: place(other),
        n,
        struck: found.struck,
        here,
        there,
        share: found.share,
        p,
        isTold: p < told,
      }
    }),
  }))
}
