import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import type { Measure, Period } from '../contract.ts'
import type { ComparedGroups, ScaleFound } from './quality-of-items.ts'
import type { ScaleItem, ScalePart, ScaleQuality } from './scale-quality.contract.ts'
import { scaleQualityFinding } from './scale-quality-said.ts'

const z = criticalZ(0.95)

interface ScaleToTell {
  readonly measure: Measure
  readonly period: Period
  readonly by: string
}

/** How well a scale measures, as it crosses the door. */
export function toldScaleQuality(found: ScaleFound, { measure, period, by }: ScaleToTell): ScaleQuality {
  const { factors, compared, statement, series } = found
  const model = typeof factors === 'string' ? null : factors
  const groups = typeof compared === 'string' ? null : compared
  const { key, name } = measure
  const told = {
    measure: { key, name },
    ...{ period, by },
    ...{ n: found.n, complete: found.complete, drawn: found.drawn, dropped: [...found.dropped] },
    parts: found.parts.map((part): ScalePart => partTold(part, { found, measure, groups })),
    items: itemsTold(found, groups),
    fit: model?.fit ?? null,
    correlations: (model?.correlations ?? []).map((row) => [...row]),
    why: typeof factors === 'string' ? (factors as ScaleQuality['why']) : null,
    groups: [...(groups?.groups ?? [])],
    steps: [...(groups?.steps ?? [])],
    whyNotCompared: typeof compared === 'string' ? (compared as ScaleQuality['why']) : null,
    series: [...series],
    query: { sql: statement.sql, parameters: { ...statement.parameters } },
  }
  return { ...told, finding: scaleQualityFinding(told) }
}

interface PartIn {
  readonly found: ScaleFound
  readonly measure: Measure
  readonly groups: ComparedGroups | null
}

function partTold(part: ScaleFound['parts'][number], { found, measure, groups }: PartIn): ScalePart {
  const { kind, weight, items, mean } = part
  const factor = found.kinds.indexOf(kind)
  const figures = typeof found.factors === 'string' ? undefined : found.factors.parts[factor]
  return {
    ...{ kind, weight, items, mean },
    name: measure.parts?.find((one) => one.kind === kind)?.name ?? (measure.parts ? kind : measure.name),
    alpha: figures?.alpha ?? null,
    omega: figures?.omega ?? null,
    variance: figures?.variance ?? null,
    differences:
      factor < 0 || groups === null
        ? []
        : groups.factorMeans.map((means, at) => ({ group: groups.groups[at + 1]!.name, ...means[factor]! })),
  }
}

/** Questions in use; those that the model has stand in its order. */
function itemsTold({ items, factors, kinds }: ScaleFound, groups: ComparedGroups | null): ScaleItem[] {
  const modelled = items.filter(({ kind }) => kinds.includes(kind))
  return items.map((item): ScaleItem => {
    const place = modelled.indexOf(item)
    const figures = typeof factors === 'string' ? undefined : factors.items[place]
    const bias = groups?.items[place]
    return {
      ...item,
      loading: figures?.loading ?? null,
      rest: figures?.rest ?? null,
      alphaWithout: figures?.alphaWithout ?? null,
      shifts: (bias?.shifts ?? []).map(({ value, standardError }, at) => ({
        ...{ group: groups!.groups[at + 1]!.name, value },
        low: value - z * standardError,
        high: value + z * standardError,
      })),
      p: bias?.adjusted ?? null,
    }
  })
}
