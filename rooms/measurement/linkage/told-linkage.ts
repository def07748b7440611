import type { Estimate } from '../../../foundations/statistics/estimate.ts'
import type { Measure, MeasureUnit } from '../contract.ts'
import { mappedEstimate } from '../measures/mapped-estimate.ts'
import { unitOf } from '../measures/methods.ts'
import type { LinkFound } from './link-parts.ts'
import type { Chain, Indicator, Link, Linkage, LinkageGrain } from './linkage.contract.ts'
import type { LinkageRead } from './linkage-of-input.ts'
import { isMoney, sideOf } from './linkage-panel.ts'
import { linkageFinding } from './linkage-said.ts'
import { shownBelow } from './links-of-panel.ts'

interface Terms {
  readonly grain: LinkageGrain
  readonly measures: readonly Measure[]
  readonly controls: readonly string[]
}

/** Links as they cross the door: named, money told in percent, and put into words. */
export function toldLinkage(read: LinkageRead, { grain, measures, controls }: Terms): Linkage {
  const indicators = read.keys.flatMap((key, at): Indicator[] => {
    const measure = measures.find((one) => one.key === key)
    if (!measure) return []
    return [
      {
        ...{ key, name: measure.name, unit: unitOf(measure, measures), side: sideOf(measure) },
        ...{ isLog: isMoney(measure), step: stepOf(unitOf(measure, measures)) },
        ...{ cells: read.cells[at] ?? 0, hidden: read.hidden[at] ?? 0 },
      },
    ]
  })
  const links = read.found.links.map((link) => toldLink(link, indicators))
  const told = {
    ...{ grain, indicators, controls: [...controls], links },
    mode: read.found.mode,
    from: read.periodNames[0] ?? '',
    to: read.periodNames.at(-1) ?? '',
    periods: read.periods,
    units: read.units,
    tested: read.found.tested,
    chains: read.found.chains.map(({ x, mediator, y, lags, ...paths }): Chain => {
      const from = (place: number) => scaledTo(indicators[place]!, indicators[y]!)
      return {
        x: indicators[x]!.key,
        mediator: indicators[mediator]!.key,
        y: indicators[y]!.key,
        lags: [...lags],
        a: scaledTo(indicators[x]!, indicators[mediator]!)(paths.a),
        b: from(mediator)(paths.b),
        indirect: from(x)(paths.indirect),
        direct: from(x)(paths.direct),
      }
    }),
  }
  return { ...told, finding: linkageFinding(told) }
}

function toldLink(link: LinkFound, indicators: readonly Indicator[]): Link {
  const scaled = scaledTo(indicators[link.x]!, indicators[link.y]!)
  return {
    ...link,
    x: indicators[link.x]!.key,
    y: indicators[link.y]!.key,
    slope: scaled(link.slope),
    freed: link.freed && scaled(link.freed),
    isShown: link.pAdjusted < shownBelow,
    lags: [...link.lags],
    points: [...link.points],
  }
}

/** How much more of a figure is a step that units take. */
function stepOf(unit: MeasureUnit): number {
  if (unit === 'share') return 0.01
  if (unit === 'points') return 10
  return unit === 'score' ? 0.1 : 1
}

/** Slopes for one step of x; to a logarithm in percent. */
function scaledTo({ step }: Indicator, { isLog }: Indicator): (estimate: Estimate) => Estimate {
  const inSteps = (slope: number) => (isLog ? 100 * Math.expm1(slope * step) : slope * step)
  return (estimate) => mappedEstimate(estimate, inSteps)
}
