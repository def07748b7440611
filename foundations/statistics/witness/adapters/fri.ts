import { frictionOf } from '../../sequences/friction.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numberIn, objectsIn, textIn } from './numbers-in.ts'

/** Friction of each step of a journey. */
export const fri: Adapter = (input) => {
  if (!has(input, 'journeys', 'steps')) return undefined
  const journeys = numberIn(input, 'journeys')
  return Object.fromEntries(
    objectsIn(input, 'steps').map((step) => [
      textIn(step, 'step'),
      frictionOf({
        journeys,
        roughJourneys: numberIn(step, 'rough'),
        meanRough: numberIn(step, 'sat_rough'),
        meanSmooth: numberIn(step, 'sat_smooth'),
      }),
    ]),
  )
}
