import { standing } from './customer-block.ts'
import { type CustomerScene, happened } from './customer-scene.ts'

const kinds = ['alone', 'won-back', 'gone'] as const
const otherReasons = ['price', 'moved'] as const

/** Whether a person leaves this month: for reasons of their own, or over what they lived. Only members are seen to leave. */
export function mayLeave(scene: CustomerScene): void {
  const { stream, world, block, at } = scene
  const { loyalty, lapsed } = world.truths
  const overExperience = loyalty.leaving_over_experience[scene.recommendationClass]
  const drawn = stream.uniform()
  if (drawn >= overExperience + loyalty.leaving_other) return
  const isOverExperience = drawn < overExperience
  const shares = lapsed.kinds[isOverExperience ? 'over-experience' : 'other']
  const kind = kinds[stream.among(kinds.map((one) => shares[one]))]!
  block.standing[at] = standing[kind]
  block.leftMonth[at] = scene.month.index
  const reason = isOverExperience ? 'experience' : otherReasons[stream.index(otherReasons.length)]!
  if (scene.isMember) endMembership(scene, reason)
}

function endMembership(scene: CustomerScene, reason: string): void {
  scene.send({
    source: 'loyalty-club',
    atMs: scene.month.startMs + scene.month.days * 86_400_000 - 1,
    channel: 'app',
    interactions: [
      happened({
        name: 'membership-ended',
        direction: 'in',
        touchpoint: 'loyalty-club',
        properties: { reason },
      }),
    ],
    outcomes: [
      { kind: 'churn', subject: 'person', touchpoint: 'loyalty-club', value: 1, valueUnit: 'people' },
    ],
  })
}

/** A month of somebody who left: some are written to by lot, and whoever returns begins a new membership. */
export function mayReturn(scene: CustomerScene): void {
  const { block, at, stream } = scene
  const { lapsed } = scene.world.truths
  const monthsAway = scene.month.index - block.leftMonth[at]!
  const isWrittenTo =
    scene.isMember && block.isWrittenTo[at] === 1 && lapsed.contact_months.includes(monthsAway)
  if (isWrittenTo) writeLetter(scene)
  const stands = block.standing[at]!
  const isBackAlone = stands === standing.alone && monthsAway >= 2 && stream.chance(lapsed.returning_alone)
  const isWon = stands === standing['won-back'] && isWrittenTo && stream.chance(lapsed.won_by_a_contact)
  if (isBackAlone || isWon) comeBack(scene)
}

function writeLetter(scene: CustomerScene): void {
  scene.send({
    source: 'campaigns',
    atMs: scene.momentOf(2),
    channel: 'post',
    interactions: [
      happened({
        name: 'win-back-letter',
        direction: 'out',
        touchpoint: 'loyalty-club',
        sender: 'loyalty-club',
        value: 10,
        valueUnit: 'EUR',
      }),
    ],
  })
}

function comeBack(scene: CustomerScene): void {
  scene.block.standing[scene.at] = standing.active
  if (!scene.isMember) return
  scene.send({
    source: 'loyalty-club',
    atMs: scene.momentOf(10 + scene.stream.index(10)),
    channel: 'app',
    interactions: [happened({ name: 'membership-resumed', direction: 'in', touchpoint: 'loyalty-club' })],
  })
}
