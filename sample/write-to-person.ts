import { type CustomerScene, happened } from './customer-scene.ts'
import { DAY_MS } from './sample-calendar.ts'

const weeks = 4
const senders = ['marketing', 'loyalty-club', 'web-shop'] as const
type Sender = (typeof senders)[number]

const written = {
  marketing: { name: 'advertisement', channel: 'email', touchpoint: 'retailer' },
  'loyalty-club': { name: 'club-message', channel: 'app', touchpoint: 'loyalty-club' },
  'web-shop': { name: 'newsletter', channel: 'email', touchpoint: 'product-search' },
} as const

/**
 * What teams write to a person in a month, and whether the person leaves all lists over it. Weeks are counted from the
 * first day of the month; the days after the 28th are quiet.
 */
export function writeToPerson(scene: CustomerScene): void {
  if (scene.block.isUnsubscribed[scene.at] === 1) return
  const messagesInWeek = [0, 0, 0, 0]
  for (const sender of senders)
    if (sender !== 'loyalty-club' || scene.isMember) writeFrom(scene, sender, messagesInWeek)
  const tooMuch = messagesInWeek.findIndex((messages) =>
    scene.stream.chance(scene.world.unsubscribing[messages]!),
  )
  if (tooMuch >= 0) unsubscribe(scene, tooMuch)
}

function writeFrom(scene: CustomerScene, sender: Sender, messagesInWeek: number[]): void {
  const { stream } = scene
  const { pressure } = scene.world.truths
  const days: number[] = []
  if (pressure.over_soliciting.includes(sender) && stream.chance(pressure.burst)) {
    const [fewest, most] = pressure.burst_messages
    const week = stream.index(weeks)
    const messages = fewest + stream.index(most - fewest + 1)
    for (let one = 0; one < messages; one++) days.push(week * 7 + one)
  } else if (stream.chance(pressure.usual_messages[sender])) days.push(stream.index(weeks * 7))
  if (days.length === 0) return
  for (const day of days) messagesInWeek[Math.floor(day / 7)]! += 1
  sendAll(scene, sender, days)
}

function sendAll(scene: CustomerScene, sender: Sender, days: readonly number[]): void {
  const { name, channel, touchpoint } = written[sender]
  const moments = days.map((day) => scene.momentOf(day))
  scene.send({
    source: 'campaigns',
    atMs: moments[0]!,
    channel,
    interactions: moments.map((atMs) =>
      happened({ name, direction: 'out', touchpoint, sender, occurredAt: new Date(atMs) }),
    ),
  })
}

/** At the end of the week that was too much. */
function unsubscribe(scene: CustomerScene, week: number): void {
  scene.block.isUnsubscribed[scene.at] = 1
  scene.send({
    source: 'campaigns',
    atMs: scene.month.startMs + (week * 7 + 7) * DAY_MS - 1,
    channel: 'email',
    interactions: [happened({ name: 'unsubscribed', direction: 'in', touchpoint: 'retailer' })],
  })
}
