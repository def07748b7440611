import type { WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { isSound } from '../sound-result.ts'
import { type FlowArc, minimumCostFlow } from './minimum-cost-flow.ts'

/** A message that could be sent to every customer. */
export interface CandidateMessage {
  readonly sender: string
  readonly channel: string
  /** Expected value of sending it to each customer. */
  readonly values: readonly number[]
}

/** Limits of a sending round. Service and legal messages are sent first and taken off the caps before. */
export interface SendingLimits {
  /** Messages each customer may get. */
  readonly customerCaps: readonly number[]
  /** Messages each channel may carry; absent channels are unlimited. */
  readonly channelCaps: ReadonlyMap<string, number>
  /** Messages each sender is guaranteed. */
  readonly floors?: ReadonlyMap<string, number>
}

/** Who gets what. */
export interface Arbitration {
  readonly value: number
  readonly sent: readonly { readonly customer: number; readonly message: number }[]
  readonly perSender: ReadonlyMap<string, number>
}

/** One way to spread the floors over the channels of each sender. */
type Split = ReadonlyMap<string, number>

const SEPARATOR = '\u0000'
const MAX_SPLITS = 5_000

const groupOf = ({ sender, channel }: CandidateMessage) => `${sender}${SEPARATOR}${channel}`

/** All ways to write `total` as a sum over `parts` places. */
function compositions(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]]
  return Array.from({ length: total + 1 }, (_, first) =>
    compositions(total - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat()
}

/** All ways to spread every sender's floor over its channels; null when there are too many to try. */
function splitsOf(
  messages: readonly CandidateMessage[],
  floors: ReadonlyMap<string, number>,
): Split[] | null {
  let splits: [string, number][][] = [[]]
  for (const [sender, floor] of floors) {
    const groups = [...new Set(messages.filter((message) => message.sender === sender).map(groupOf))]
    if (groups.length === 0) return floor > 0 ? [] : splits.map((split) => new Map(split))
    const ways = compositions(floor, groups.length)
    if (splits.length * ways.length > MAX_SPLITS) return null
    splits = splits.flatMap((split) =>
      ways.map((way) => [...split, ...groups.map((group, i): [string, number] => [group, way[i]!])]),
    )
  }
  return splits.map((split) => new Map(split))
}

interface Layout {
  readonly arcs: readonly FlowArc[]
  readonly nodes: number
  readonly sendArcs: readonly { readonly customer: number; readonly message: number; readonly arc: number }[]
}

/** Source → customer → message group → channel → sink; the guaranteed units of a group earn a bonus. */
function layoutOf(
  messages: readonly CandidateMessage[],
  limits: SendingLimits,
  { split, bonus }: { split: Split; bonus: number },
): Layout {
  const customers = limits.customerCaps.length
  const groups = [...new Set(messages.map(groupOf))]
  const channels = [...new Set(messages.map(({ channel }) => channel))]
  const groupNode = (group: string) => 2 + customers + groups.indexOf(group)
  const channelNode = (channel: string) => 2 + customers + groups.length + channels.indexOf(channel)
  const most = customers * messages.length
  const arcs: FlowArc[] = limits.customerCaps.map((capacity, i) => ({
    from: 0,
    to: 2 + i,
    capacity,
    cost: 0,
  }))
  const sendArcs = messages.flatMap((message, m) =>
    message.values.map((value, customer) => {
      arcs.push({ from: 2 + customer, to: groupNode(groupOf(message)), capacity: 1, cost: -value })
      return { customer, message: m, arc: arcs.length - 1 }
    }),
  )
  for (const group of groups) {
    const channel = group.split(SEPARATOR)[1]!
    const floor = split.get(group) ?? 0
    arcs.push({ from: groupNode(group), to: channelNode(channel), capacity: floor, cost: -bonus })
    arcs.push({ from: groupNode(group), to: channelNode(channel), capacity: most, cost: 0 })
  }
  for (const channel of channels)
    arcs.push({
      from: channelNode(channel),
      to: 1,
      capacity: limits.channelCaps.get(channel) ?? most,
      cost: 0,
    })
  return { arcs, nodes: 2 + customers + groups.length + channels.length, sendArcs }
}

function solve(
  messages: readonly CandidateMessage[],
  limits: SendingLimits,
  split: Split,
): Arbitration | null {
  const bonus =
    1 + 2 * messages.reduce((sum, { values }) => sum + values.reduce((a, value) => a + Math.abs(value), 0), 0)
  const layout = layoutOf(messages, limits, { split, bonus })
  const { units } = minimumCostFlow(layout.nodes, layout.arcs, { source: 0, sink: 1 })
  const sent = layout.sendArcs
    .filter(({ arc }) => units[arc] === 1)
    .map(({ customer, message }) => ({ customer, message }))
  const counts = new Map<string, number>()
  for (const { message } of sent)
    counts.set(groupOf(messages[message]!), (counts.get(groupOf(messages[message]!)) ?? 0) + 1)
  if ([...split].some(([group, floor]) => (counts.get(group) ?? 0) < floor)) return null
  const perSender = new Map(messages.map(({ sender }) => [sender, 0]))
  for (const { message } of sent)
    perSender.set(messages[message]!.sender, perSender.get(messages[message]!.sender)! + 1)
  return {
    value: sent.reduce((sum, { customer, message }) => sum + messages[message]!.values[customer]!, 0),
    sent,
    perSender,
  }
}

/**
 * Arbitration between senders: which messages to send to whom, worth most under caps per customer and channel and a guaranteed floor per sender.
 *
 * Exact: with floors spread over the channels of a sender the problem is a transport problem, whose optimum is whole; every way to spread them is tried. Messages of negative value are sent only to
 * meet a floor. 'not-finite' for a value or a limit that is no number, 'zero-denominator' when the floors cannot be met, 'too-few' when there are too many ways to spread them. Source: Ahuja, Magnanti & Orlin (1993).
 */
export function arbitrateMessages(
  messages: readonly CandidateMessage[],
  limits: SendingLimits,
  progress: Progress = {},
): Arbitration | WhyNot {
  if (messages.some(({ values }) => values.length !== limits.customerCaps.length)) {
    throw new RangeError('every message needs one value per customer')
  }
  const caps = [...limits.customerCaps, ...limits.channelCaps.values(), ...(limits.floors?.values() ?? [])]
  if (!isSound([caps, messages.map(({ values }) => values)])) return 'not-finite'
  const splits = splitsOf(messages, limits.floors ?? new Map())
  if (!splits) return 'too-few'
  const told = tellingParts(splits.length, progress)
  const solutions = splits
    .map((split, i) => {
      const solution = solve(messages, limits, split)
      told(i + 1)
      return solution
    })
    .filter((solution) => solution !== null)
  return solutions.sort((a, b) => b.value - a.value)[0] ?? 'zero-denominator'
}

/** Price of fairness: share of the value that the floors cost, 0–1; null without value. */
export function priceOfFairness(free: Arbitration, fair: Arbitration): number | null {
  return free.value > 0 ? 1 - fair.value / free.value : null
}
