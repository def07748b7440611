import type { Experiences, RememberedPanel } from './remembered-panel.ts'
import { type HalfLives, stocksByTouchpoint } from './stocks-of-people.ts'
import { type Keeping, type WorthTerms, worthOf } from './worth-of-stocks.ts'

/** What the experiences of one touchpoint add to capital, and what its bad ones cost. */
export interface CapitalByTouchpoint {
  readonly touchpoint: string
  readonly capital: number
  readonly debt: number
}

interface TouchpointQuestion {
  readonly experiences: Experiences
  readonly panel: RememberedPanel
  readonly halfLives: HalfLives
  readonly keeping: Keeping
  readonly terms: WorthTerms
}

/** Each touchpoint as if its experiences, or its bad ones, had not been; what several have in common counts in each of them. */
export function capitalByTouchpoint(question: TouchpointQuestion): CapitalByTouchpoint[] {
  const { experiences, panel, halfLives, keeping, terms } = question
  const sums = experiences.touchpointNames.map(() => ({ capital: 0, debt: 0 }))
  for (const person of panel.people) {
    if (person.hasLeft || person.monthly === 0) continue
    const parts = stocksByTouchpoint(experiences, person, { ...halfLives, month: panel.end })
    let [good, bad] = [0, 0]
    for (const part of parts.values()) {
      good += part.good
      bad += part.bad
    }
    const worth = worthOf({ good, bad }, keeping, terms)
    for (const [place, part] of parts) {
      const sum = sums[place]!
      sum.capital +=
        person.monthly * (worth - worthOf({ good: good - part.good, bad: bad - part.bad }, keeping, terms))
      if (part.bad > 0)
        sum.debt += person.monthly * (worthOf({ good, bad: bad - part.bad }, keeping, terms) - worth)
    }
  }
  return experiences.touchpointNames
    .map((touchpoint, place) => ({ touchpoint, ...sums[place]! }))
    .filter(({ capital, debt }) => capital !== 0 || debt !== 0)
    .sort((a, b) => b.debt - a.debt)
}
