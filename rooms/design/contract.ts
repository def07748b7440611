import { z } from 'zod'
import type { ProblemTable } from '../../foundations/http/problem.contract.ts'
import {
  Done,
  InWorkspace,
  Key,
  LocalText,
  procedure,
  workspacePath,
} from '../../foundations/http/procedure.contract.ts'

/** What is promised at a touchpoint, in words and in the unit of the measure that proves it. */
export const Promised = z.strictObject({
  statement: LocalText,
  measure: Key,
  target: z.number().describe("In the measure's own unit."),
})
export type Promised = z.infer<typeof Promised>

/** Where people meet the organisation. */
export const Touchpoint = z.strictObject({
  key: Key,
  name: LocalText,
  channel: Key.optional().describe('e.g. store, web, app, phone, workplace.'),
  pillar: Key.optional().describe('Key of the pillar it serves.'),
  owner: Key.optional().describe('Key of the team that owns it.'),
  promise: Promised.optional(),
})
export type Touchpoint = z.infer<typeof Touchpoint>

/** A part of a journey, with the touchpoints that people go through in it. */
export const Stage = z
  .strictObject({
    key: Key,
    name: LocalText,
    emotion: LocalText.optional().describe('What people are meant to feel.'),
    touchpoints: z.array(Key).default([]).describe('Keys of its touchpoints, in their order.'),
    moments: z
      .array(Key)
      .default([])
      .describe('Keys of the touchpoints that the designers hold for moments of truth.'),
  })
  .refine(({ touchpoints, moments }) => moments.every((moment) => touchpoints.includes(moment)), {
    path: ['moments'],
    message: 'a moment of truth is one of the touchpoints of its stage',
  })
export type Stage = z.infer<typeof Stage>

/** What people go through, as it is designed; buying is a beginning, so stages go on after it. */
export const Journey = z.strictObject({
  key: Key,
  name: LocalText,
  population: z.enum(['customers', 'prospects', 'employees']).default('customers'),
  owner: Key.optional().describe('Key of the team that answers for it.'),
  stages: z.array(Stage).min(1),
})
export type Journey = z.infer<typeof Journey>

const tag = 'Design'
const at = workspacePath

export const designContract = {
  touchpoints: {
    list: procedure({
      method: 'GET',
      path: at('/touchpoints'),
      admits: 'records:read',
      tag,
      summary: 'List the touchpoints',
    })
      .input(InWorkspace)
      .output(z.object({ touchpoints: z.array(Touchpoint) })),
    get: procedure({
      method: 'GET',
      path: at('/touchpoints/{key}'),
      admits: 'records:read',
      tag,
      summary: 'Read a touchpoint',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Touchpoint),
    put: procedure({
      method: 'PUT',
      path: at('/touchpoints/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Write a touchpoint',
    })
      .input(InWorkspace.extend(Touchpoint.shape))
      .output(Touchpoint),
    remove: procedure({
      method: 'DELETE',
      path: at('/touchpoints/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Remove a touchpoint',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  },
  journeys: {
    list: procedure({
      method: 'GET',
      path: at('/journeys'),
      admits: 'records:read',
      tag,
      summary: 'List the journeys',
    })
      .input(InWorkspace)
      .output(z.object({ journeys: z.array(Journey) })),
    get: procedure({
      method: 'GET',
      path: at('/journeys/{key}'),
      admits: 'records:read',
      tag,
      summary: 'Read a journey',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Journey),
    put: procedure({
      method: 'PUT',
      path: at('/journeys/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Write a journey',
    })
      .input(InWorkspace.extend(Journey.shape))
      .output(Journey),
    remove: procedure({
      method: 'DELETE',
      path: at('/journeys/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Remove a journey',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  },
}

export const designProblems = {
  DESIGN_TOUCHPOINT_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no touchpoint "{key}".', fr: 'Il n’y a pas de point de contact « {key} ».' },
    hint: {
      en: 'List the touchpoints to see their keys.',
      fr: 'Listez les points de contact pour voir leurs clés.',
    },
  },
  DESIGN_JOURNEY_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no journey "{key}".', fr: 'Il n’y a pas de parcours « {key} ».' },
    hint: { en: 'List the journeys to see their keys.', fr: 'Listez les parcours pour voir leurs clés.' },
  },
} as const satisfies ProblemTable
