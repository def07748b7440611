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
import { analysed, Said } from '../analyses/analysis.contract.ts'
import { Annotation } from '../annotations/annotation.contract.ts'

/** Something that became worse lately and that somebody has to look at. */
export const Alert = z.object({
  key: z.string().describe('The same as long as it is the same change of the same series.'),
  kind: z
    .enum(['level', 'month'])
    .describe('A new level, or one month beyond what the series does by itself.'),
  measure: z.object({ key: Key, name: LocalText }),
  by: z.enum(['touchpoint', 'unit']).nullable(),
  group: z.string().nullable(),
  name: LocalText.nullable(),
  month: z.string(),
  said: Said,
  annotations: z.array(Annotation),
  seen: z
    .object({ by: z.string().describe('Who saw it.'), on: z.iso.date() })
    .nullable()
    .describe('Null while nobody said that they saw it.'),
})
export type Alert = z.infer<typeof Alert>

const AlertsAnswer = analysed(z.object({ alerts: z.array(Alert) }))
export type AlertsAnswer = z.infer<typeof AlertsAnswer>

const tag = 'Measurement'
const at = workspacePath
const One = InWorkspace.extend({ key: z.string().min(1).max(300) })

export const alertContract = {
  alerts: {
    list: procedure({
      method: 'GET',
      path: at('/alerts'),
      admits: 'figures:read',
      tag,
      summary: 'List what became worse lately',
      description:
        'New levels for the worse that began in the last four months, and a last month beyond what its series does by itself, over every measure of customers, the whole, each touchpoint and each unit; false discoveries held at 5 %. Worked out anew once facts changed. Ask again while it is running.',
    })
      .input(InWorkspace)
      .output(AlertsAnswer),
    see: procedure({
      method: 'PUT',
      path: at('/alerts/{key}/seen'),
      admits: 'records:write',
      tag,
      summary: 'Say that an alert was seen',
    })
      .input(One)
      .output(Done),
    unsee: procedure({
      method: 'DELETE',
      path: at('/alerts/{key}/seen'),
      admits: 'records:write',
      tag,
      summary: 'Open an alert again',
    })
      .input(One)
      .output(Done),
  },
}

export const alertProblems = {
  MEASUREMENT_ALERT_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no alert "{key}".', fr: 'Il n’y a pas d’alerte « {key} ».' },
    hint: {
      en: 'It may be over; list the alerts again.',
      fr: 'Elle est peut-être passée ; listez les alertes de nouveau.',
    },
  },
} as const satisfies ProblemTable
