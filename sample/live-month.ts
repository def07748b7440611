import { askYearly } from './ask-yearly.ts'
import { becomeKnown, lookAround } from './become-known.ts'
import { buySomething } from './buy-something.ts'
import { standing } from './customer-block.ts'
import type { CustomerScene } from './customer-scene.ts'
import { getRepaired } from './get-repaired.ts'
import { mayLeave, mayReturn } from './leave-and-return.ts'
import { writeToPerson } from './write-to-person.ts'

/** Months for which somebody who never buys is heard of. */
const prospectMonths = 12

/**
 * One month of one person. Judgement comes first: what people answer, buy, pay and decide in a month follows from what
 * they remembered when it began, and what they live in it is remembered from the next month on.
 */
export function liveMonth(scene: CustomerScene): void {
  const { block, at, month } = scene
  const arrival = block.arrival[at]!
  if (month.index < arrival) beforeArrival(scene)
  else if (block.standing[at] === standing.active) liveAsCustomer(scene, month.index === arrival)
  else mayReturn(scene)
}

function liveAsCustomer(scene: CustomerScene, isNew: boolean): void {
  if (isNew) becomeKnown(scene)
  scene.judge()
  askYearly(scene)
  writeToPerson(scene)
  buySomething(scene)
  getRepaired(scene)
  mayLeave(scene)
}

function beforeArrival(scene: CustomerScene): void {
  const { block, at, month } = scene
  const months = month.index - block.heardOf[at]!
  const isLooking = block.standing[at] !== standing.isProspectOnly || months < prospectMonths
  if (months >= 0 && isLooking) lookAround(scene)
}
