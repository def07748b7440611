import { answered, asMark, type CustomerScene, happened } from './customer-scene.ts'
import { DAY_MS } from './sample-calendar.ts'
import { markQuestions, repairTouchpoints } from './sample-questions.ts'

const breaks = 0.008
const answers = 0.35

/** Something breaks and is repaired: four touchpoints, one of them brilliant. */
export function getRepaired(scene: CustomerScene): void {
  if (!scene.stream.chance(breaks)) return
  const calledMs = scene.moment()
  const days = 5 + scene.stream.index(12)
  const step = (name: string, touchpoint: string, day: number) =>
    happened({ name, direction: 'in', touchpoint, occurredAt: new Date(calledMs + day * DAY_MS) })
  const update = {
    ...step('repair-update', 'repair-updates', days - 2),
    direction: 'out',
    sender: 'after-sales',
    channel: 'email',
  } as const
  scene.send({
    source: 'help-desk',
    atMs: calledMs,
    channel: 'phone',
    unit: 'after-sales',
    person: scene.caller,
    interactions: [
      step('repair-asked', 'help-contact', 0),
      update,
      { ...step('repaired', 'repair-bench', days), channel: 'store', value: days, valueUnit: 'days' },
      { ...step('refunded', 'refund', days + 3), channel: 'store' },
    ],
  })
  if (scene.stream.chance(answers)) answerAboutRepair(scene, calledMs + (days + 5) * DAY_MS)
}

function answerAboutRepair(scene: CustomerScene, atMs: number): void {
  const { truths, verbatims } = scene.world
  const told = repairTouchpoints[scene.stream.index(repairTouchpoints.length)]!
  const marks = repairTouchpoints.map((touchpoint) => {
    const mark = asMark(scene.lived(truths.soloist.marks[touchpoint]!))
    const text =
      touchpoint === told
        ? verbatims.write(scene.stream, { topic: 'repair', mark, language: scene.language })
        : ''
    return answered(markQuestions[touchpoint], mark, text)
  })
  scene.send({ source: 'surveys', atMs, channel: 'email', unit: 'after-sales', answers: marks })
}
