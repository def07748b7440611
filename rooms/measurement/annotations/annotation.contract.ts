import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import {
  Done,
  InWorkspace,
  Key,
  LocalText,
  procedure,
  workspacePath,
} from '../../../foundations/http/procedure.contract.ts'

export const annotationKinds = ['campaign', 'incident', 'cycle', 'other'] as const

/** Something that happened and that figures may show: a campaign, an incident, a cycle of improvement. */
export const Annotation = z.strictObject({
  key: Key,
  name: LocalText,
  kind: z.enum(annotationKinds).default('other'),
  from: z.iso.date().describe('First day.'),
  to: z.iso.date().optional().describe('Last day; the first where absent.'),
  touchpoints: z.array(Key).default([]).describe('Where it happened; everywhere where empty.'),
  units: z.array(Key).default([]).describe('Units it happened in, with all below them; all where empty.'),
})
export type Annotation = z.infer<typeof Annotation>

const tag = 'Measurement'
const at = workspacePath

export const annotationContract = {
  annotations: {
    list: procedure({
      method: 'GET',
      path: at('/annotations'),
      admits: 'records:read',
      tag,
      summary: 'List what happened: campaigns, incidents, cycles',
    })
      .input(InWorkspace)
      .output(z.object({ annotations: z.array(Annotation) })),
    put: procedure({
      method: 'PUT',
      path: at('/annotations/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Write something that happened',
    })
      .input(InWorkspace.extend(Annotation.shape))
      .output(Annotation),
    remove: procedure({
      method: 'DELETE',
      path: at('/annotations/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Remove something that happened',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  },
}

export const annotationProblems = {
  MEASUREMENT_ANNOTATION_UNKNOWN: {
    status: 404,
    sentence: {
      en: 'Nothing that happened is called "{key}".',
      fr: 'Rien de ce qui s’est passé ne s’appelle « {key} ».',
    },
    hint: { en: 'There are: {known}.', fr: 'Il y a : {known}.' },
  },
  MEASUREMENT_ANNOTATION_BACKWARDS: {
    status: 422,
    sentence: {
      en: 'It ends on {to}, before it begins on {from}.',
      fr: 'Cela finit le {to}, avant de commencer le {from}.',
    },
    hint: { en: 'Put the two days in their order.', fr: 'Mettez les deux jours dans l’ordre.' },
  },
} as const satisfies ProblemTable
