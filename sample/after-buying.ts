import type { Answer } from '../foundations/warehouse/message.ts'
import { answered, type CustomerScene, clamped, happened } from './customer-scene.ts'
import { openCase } from './open-case.ts'
import { DAY_MS } from './sample-calendar.ts'
import { easeQuestion, markQuestions } from './sample-questions.ts'

export interface LivedMark {
  readonly touchpoint:
    | 'product-search'
    | 'welcome'
    | 'advice'
    | 'checkout'
    | 'web-order'
    | 'delivery'
    | 'first-use'
  readonly mark: number
}

export interface Bought {
  readonly lived: readonly LivedMark[]
  /** When the person is asked. */
  readonly atMs: number
  /** Begun online, ended in a store. */
  readonly isSwitch: boolean
  readonly channel: 'store' | 'web'
  /** Told already, at the exit: nobody says the same twice. */
  readonly isTold: boolean
}

const asked = 0.35
const answers = 0.28
const writes = 0.4

/** What follows a purchase: a question for some, and a case where it went badly. */
export function afterBuying(scene: CustomerScene, bought: Bought): void {
  if (scene.stream.chance(asked)) askAboutPurchase(scene, bought)
  const worst = bought.lived.reduce((low, one) => (one.mark < low.mark ? one : low))
  if (worst.mark <= 2 && scene.stream.chance(scene.world.truths.cases.opened))
    openCase(scene, { about: worst.touchpoint, atMs: bought.atMs })
}

function askAboutPurchase(scene: CustomerScene, { lived, atMs, isSwitch, channel, isTold }: Bought): void {
  scene.send({
    source: 'surveys',
    atMs,
    channel: 'email',
    interactions: [
      happened({
        name: 'survey-invitation',
        direction: 'out',
        touchpoint: 'retailer',
        sender: 'experience',
        properties: purchaseSurvey,
      }),
    ],
  })
  if (!scene.stream.chance(answers) || isTold) return
  const told = scene.stream.chance(writes) ? toldAbout(lived) : null
  scene.send({
    source: 'surveys',
    atMs: atMs + Math.floor((0.1 + 2 * scene.stream.uniform()) * DAY_MS),
    channel,
    answers: [
      ...lived.map((one) => markAnswer(scene, one, one === told)),
      answered(easeQuestion, ease(scene, isSwitch)),
    ],
  })
}

const purchaseSurvey = Object.freeze({ survey: 'purchase' })

/** People write about what went worst; where nothing went badly, about what went best. */
function toldAbout(lived: readonly LivedMark[]): LivedMark {
  const worst = lived.reduce((low, one) => (one.mark < low.mark ? one : low))
  return worst.mark <= 3 ? worst : lived.reduce((high, one) => (one.mark > high.mark ? one : high))
}

function markAnswer(scene: CustomerScene, { touchpoint, mark }: LivedMark, isTold: boolean): Answer {
  const { verbatims } = scene.world
  const text = isTold
    ? verbatims.write(scene.stream, { topic: touchpoint, mark, language: scene.language })
    : ''
  return answered(markQuestions[touchpoint], mark, text)
}

function ease(scene: CustomerScene, isSwitch: boolean): number {
  const { usual_ease, ease_lost } = scene.world.truths.channel_switch
  const felt = usual_ease - (isSwitch ? ease_lost : 0) + scene.block.leniency[scene.at]!
  return clamped(Math.round(felt + 0.9 * scene.stream.normal()), 1, 7)
}
