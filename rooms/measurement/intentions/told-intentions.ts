import { noEstimate } from '../../../foundations/statistics/estimate.ts'
import type { Measure } from '../contract.ts'
import { type Limited, limitedEstimate } from '../purchases/limited.ts'
import type { Intentions } from './intentions.contract.ts'
import type { IntentionsFound } from './intentions-of-people.ts'
import { intentionsFinding } from './intentions-said.ts'

export interface IntentionsToTell {
  readonly measure: Measure
  readonly behaviour: Intentions['behaviour']
  readonly days: number
}

/** Intentions as they cross the door. */
export function toldIntentions(
  found: IntentionsFound,
  { measure, behaviour, days }: IntentionsToTell,
): Intentions {
  const { why, n, people, said, quality, groups, check } = found
  const estimate = (limited: Limited | null, method: 'wilson' | 'overstatement' | 'hanley-mcneil') =>
    limited
      ? limitedEstimate(limited, n, method)
      : noEstimate(method, why === 'constant' ? 'constant' : 'too-few', { n })
  const told = {
    ...{ behaviour, days, why, n, people, said, scale: measure.scale },
    measure: { key: measure.key, name: measure.name },
    did: estimate(found.did, 'wilson'),
    overstatement: estimate(found.overstatement, 'overstatement'),
    auc: estimate(found.auc, 'hanley-mcneil'),
    slope: quality?.calibrationSlope ?? null,
    isCalibrated: quality?.isCalibrated ?? null,
    groups: groups.map(({ low, high, said: stated, did, n: size, means }) => ({
      ...{ said: stated, means, did: limitedEstimate(did, size, 'wilson') },
      score: low === high ? scoreText(low) : `${scoreText(low)}–${scoreText(high)}`,
    })),
    check: check && {
      ...{ n: check.n, asStated: check.asStated, recalibrated: check.recalibrated },
      ...{ expected: check.expected, came: check.came },
      from: new Date(check.fromDay * 86_400_000).toISOString().slice(0, 10),
    },
  }
  return { ...told, finding: intentionsFinding(told) }
}

function scoreText(score: number): string {
  return String(Number(score.toFixed(1)))
}
