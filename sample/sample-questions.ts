import type { Question } from '../foundations/warehouse/message.ts'

const fivePoints = { low: 1, high: 5 }
const sevenPoints = { low: 1, high: 7 }
const tenPoints = { low: 0, high: 10 }

/** Touchpoints that customers keep in memory, and that the yearly survey asks about. */
export const rememberedTouchpoints = [
  'product-search',
  'welcome',
  'advice',
  'checkout',
  'delivery',
  'first-use',
  'help-contact',
  'loyalty-club',
] as const

export const repairTouchpoints = ['help-contact', 'repair-updates', 'repair-bench', 'refund'] as const
export const workTouchpoints = ['training', 'tools', 'rota', 'manager', 'recognition'] as const
const otherTouchpoints = ['web-order'] as const

type Marked =
  | (typeof rememberedTouchpoints)[number]
  | (typeof repairTouchpoints)[number]
  | (typeof workTouchpoints)[number]
  | (typeof otherTouchpoints)[number]

function question(key: string, rest: Omit<Question, 'key' | 'asked'>): Question {
  return { key, ...rest, asked: null }
}

function markOf(touchpoint: Marked): readonly [Marked, Question] {
  return [touchpoint, question(`mark-${touchpoint}`, { kind: 'csat', touchpoint, scale: fivePoints })]
}

/** Marks of 1 to 5 by touchpoint. */
export const markQuestions: Readonly<Record<Marked, Question>> = Object.fromEntries(
  [...rememberedTouchpoints, ...repairTouchpoints, ...workTouchpoints, ...otherTouchpoints].map(markOf),
) as Record<Marked, Question>

export const recommendQuestion = question('recommend', {
  kind: 'nps',
  touchpoint: 'retailer',
  scale: tenPoints,
})
export const buyAgainQuestion = question('buy-again', {
  kind: 'intention',
  touchpoint: 'retailer',
  scale: tenPoints,
})
export const easeQuestion = question('ease-of-buying', {
  kind: 'ces',
  touchpoint: 'retailer',
  scale: sevenPoints,
})
export const easeOfHelpQuestion = question('ease-of-help', {
  kind: 'ces',
  touchpoint: 'help-contact',
  scale: sevenPoints,
})
export const imageQuestion = question('image', { kind: 'csat', touchpoint: 'retailer', scale: fivePoints })

/** Four dimensions of three statements each, in words of our own; the structure is that of Brakus, Schmitt & Zarantonello (2009). */
export const brandDimensions = ['sensory', 'affective', 'behavioural', 'intellectual'] as const
export const brandQuestions = brandDimensions.map((kind) =>
  [1, 2, 3].map((item) => question(`${kind}-${item}`, { kind, touchpoint: 'retailer', scale: sevenPoints })),
)

export const recommendAsEmployerQuestion = question('recommend-as-employer', {
  kind: 'enps',
  touchpoint: 'work',
  scale: tenPoints,
})
export const engagementQuestions = ['energy', 'pride', 'absorption'].map((item) =>
  question(`engagement-${item}`, { kind: 'engagement', touchpoint: 'work', scale: fivePoints }),
)
