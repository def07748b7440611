import { z } from 'zod'
import type { ExperienceOutline } from '../contract.ts'

/** The shape of `experience.yaml`: its version, and the sections that the rooms contribute. */
export function experienceSchema(outlines: readonly ExperienceOutline[]): z.ZodType {
  const sections = outlines.map(({ name, schema }) => [name, schema.optional()])
  return z.strictObject({
    tutti: z.literal(1).describe('Version of this format.'),
    ...Object.fromEntries(sections),
  })
}

/** The same as JSON Schema, for editors. */
export function experienceJsonSchema(outlines: readonly ExperienceOutline[]): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(experienceSchema(outlines), {
    target: 'draft-7',
    io: 'input',
  })
  return {
    $schema,
    title: 'experience.yaml',
    description:
      'The experience an organisation intends: platform, teams, units, measures, touchpoints, standards.',
    ...schema,
  }
}
