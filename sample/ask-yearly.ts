import { brandAnswers } from './brand-answers.ts'
import { answered, type CustomerScene, happened } from './customer-scene.ts'
import { DAY_MS } from './sample-calendar.ts'
import {
  buyAgainQuestion,
  markQuestions,
  recommendQuestion,
  rememberedTouchpoints,
} from './sample-questions.ts'

const monthsBetween = 12
const writes = 0.45
const yearlySurvey = Object.freeze({ survey: 'yearly' })

/** Once a year everybody is asked about the whole relation; who is content answers more, and a few of the silent are called. */
export function askYearly(scene: CustomerScene): void {
  const person = scene.block.first + scene.at
  if ((person + scene.month.index) % monthsBetween !== 0) return
  const invitedMs = scene.momentOf(scene.stream.index(scene.month.days - 9))
  invite(scene, invitedMs)
  const { response, log_odds_per_point, called } = scene.world.truths.non_response
  const logOdds = Math.log(response / (1 - response)) + log_odds_per_point * (scene.recommendation - 7)
  const answersMs = invitedMs + Math.floor((0.05 + 3 * scene.stream.uniform()) * DAY_MS)
  if (scene.stream.chance(1 / (1 + Math.exp(-logOdds)))) answerYearly(scene, answersMs)
  else if (scene.stream.chance(called)) answerCall(scene, invitedMs + 7 * DAY_MS)
}

function invite(scene: CustomerScene, atMs: number): void {
  scene.send({
    source: 'surveys',
    atMs,
    channel: 'email',
    interactions: [
      happened({
        name: 'yearly-survey-invitation',
        direction: 'out',
        touchpoint: 'retailer',
        sender: 'experience',
        properties: yearlySurvey,
      }),
    ],
  })
}

function answerYearly(scene: CustomerScene, atMs: number): void {
  const marks = rememberedTouchpoints.map((touchpoint, slot) =>
    answered(markQuestions[touchpoint], scene.rememberedMark(slot)),
  )
  const { verbatims } = scene.world
  const text = scene.stream.chance(writes)
    ? verbatims.write(scene.stream, { topic: 'retailer', mark: overall(scene), language: scene.language })
    : ''
  scene.send({
    source: 'surveys',
    atMs,
    channel: 'email',
    answers: [
      answered(recommendQuestion, scene.recommendation, text),
      ...marks,
      answered(buyAgainQuestion, saidIntention(scene)),
      ...brandAnswers(scene),
    ],
  })
}

/** The recommendation as a mark of 1 to 5, which sets the tone of what is written. */
function overall({ recommendation }: CustomerScene): number {
  return recommendation >= 9 ? 5 : recommendation >= 7 ? 4 : recommendation >= 5 ? 2 : 1
}

/** Nobody who is called refuses, and only the one question is put. */
function answerCall(scene: CustomerScene, atMs: number): void {
  scene.send({
    source: 'survey-calls',
    atMs,
    channel: 'phone',
    answers: [answered(recommendQuestion, scene.recommendation)],
  })
}

/** "Will you buy from us within three months?", 0 to 10: some are wishful, the others know themselves well. */
function saidIntention(scene: CustomerScene): number {
  const { stream, block, at } = scene
  const { intention, loyalty } = scene.world.truths
  if (stream.chance(intention.wishful)) return 9 + stream.index(2)
  const rate = block.rate[at]! * loyalty.rate_ratio[scene.recommendationClass]
  const share = 1 - Math.exp(-intention.horizon * rate)
  let said = 0
  for (let one = 0; one < 10; one++) if (stream.chance(share)) said++
  return said
}
