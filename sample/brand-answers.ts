import type { Answer } from '../foundations/warehouse/message.ts'
import { answered, type CustomerScene } from './customer-scene.ts'
import { brandQuestions } from './sample-questions.ts'

/** One in so many yearly surveys asks how the brand is experienced: twelve statements are much to ask. */
const asked = 1 / 4

/**
 * Agreement with twelve statements, 1 to 7: what the dimension has of the brand, what the person recommends, a leaning of the
 * person towards the dimension, and chance. Drawn apart, so that nothing else depends on who is asked.
 */
export function brandAnswers(scene: CustomerScene): Answer[] {
  const { brand } = scene.world.truths
  const stream = scene.brandStream()
  if (!stream.chance(asked)) return []
  return brandQuestions.flatMap((items, dimension) => {
    const leaning =
      brand.usual[dimension]! + brand.per_point * (scene.recommendation - 7) + brand.leaning * stream.normal()
    return items.map((item) => answered(item, agreement(leaning + brand.moment * stream.normal())))
  })
}

function agreement(felt: number): number {
  return Math.min(7, Math.max(1, Math.round(felt)))
}
