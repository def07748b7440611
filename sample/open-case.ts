import { answered, asMark, type CustomerScene, clamped, happened } from './customer-scene.ts'
import { DAY_MS, HOUR_MS } from './sample-calendar.ts'
import { easeOfHelpQuestion, markQuestions } from './sample-questions.ts'

export interface CaseOpened {
  /** Touchpoint that went badly. */
  readonly about: string
  readonly atMs: number
}

const answers = 0.3

/** A person calls about what went badly. It is put right within days, or it drags on. */
export function openCase(scene: CustomerScene, { about, atMs }: CaseOpened): void {
  const { stream, world } = scene
  const { put_right, mark_gained, mark_lost } = world.truths.cases
  const openedMs = atMs + Math.floor(30 * stream.uniform()) * HOUR_MS
  const isPutRight = stream.chance(put_right)
  const hours = isPutRight ? 4 + stream.index(92) : 200 + stream.index(300)
  const special = isPutRight ? mark_gained : -mark_lost
  const lived = scene.lived(world.truths.experience.usual['help-contact']!, special)
  scene.remember('help-contact', lived)
  callHelp(scene, { about, openedMs, hours, isPutRight })
  if (stream.chance(answers)) answerAboutHelp(scene, lived, openedMs + hours * HOUR_MS + DAY_MS)
}

interface HelpCall {
  readonly about: string
  readonly openedMs: number
  readonly hours: number
  readonly isPutRight: boolean
}

function callHelp(scene: CustomerScene, { about, openedMs, hours, isPutRight }: HelpCall): void {
  const touchpoint = 'help-contact'
  const closed = { about, outcome: isPutRight ? 'put-right' : 'not-put-right' }
  scene.send({
    source: 'help-desk',
    atMs: openedMs,
    channel: 'phone',
    unit: 'after-sales',
    person: scene.caller,
    interactions: [
      happened({ name: 'case-opened', direction: 'in', touchpoint, properties: { about } }),
      happened({
        name: 'case-closed',
        direction: 'out',
        touchpoint,
        sender: 'after-sales',
        channel: 'email',
        occurredAt: new Date(openedMs + hours * HOUR_MS),
        value: hours,
        valueUnit: 'hours',
        properties: closed,
      }),
    ],
  })
}

function answerAboutHelp(scene: CustomerScene, lived: number, atMs: number): void {
  const mark = asMark(lived)
  const ease = clamped(Math.round(4.2 + 0.9 * (lived - 3.2) + 0.8 * scene.stream.normal()), 1, 7)
  const { verbatims } = scene.world
  const text = verbatims.write(scene.stream, { topic: 'help-contact', mark, language: scene.language })
  scene.send({
    source: 'surveys',
    atMs,
    channel: 'email',
    unit: 'after-sales',
    answers: [answered(markQuestions['help-contact'], mark, text), answered(easeOfHelpQuestion, ease)],
  })
}
