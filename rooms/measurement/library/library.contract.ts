import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import {
  InWorkspace,
  Key,
  LocalText,
  procedure,
  workspacePath,
} from '../../../foundations/http/procedure.contract.ts'
import { Measure } from '../measures/measure.contract.ts'

/** What people say of what they live, what they do, and what they say they will do. */
export const measureFamilies = ['perception', 'descriptive', 'predictive'] as const

/** A measure of the field, ready to be taken into a workspace. */
export const LibraryMeasure = z.object({
  family: z.enum(measureFamilies),
  measure: Measure,
  definition: LocalText.describe('What it tells, in a sentence.'),
  asks: LocalText.optional().describe('How it may be asked, in words of our own.'),
  source: z.string(),
})
export type LibraryMeasure = z.infer<typeof LibraryMeasure>

/** The same as one workspace finds it. */
export const ListedMeasure = LibraryMeasure.extend({
  isAdded: z.boolean().describe('Whether the workspace has a measure of that key.'),
  needs: z.array(Key).describe('Measures that its formula rests on and that the workspace does not have.'),
  found: z
    .number()
    .int()
    .nullable()
    .describe('Facts of its kind that came in, of customers and prospects; null for employees and formulas.'),
})
export type ListedMeasure = z.infer<typeof ListedMeasure>

export const MeasureLibrary = z.object({
  measures: z.array(ListedMeasure),
  names: z
    .object({
      answers: z.array(z.string()),
      interactions: z.array(z.string()),
      outcomes: z.array(z.string()),
    })
    .describe(
      'Kinds of answers and outcomes, and names of interactions, that came in; the most frequent first.',
    ),
})
export type MeasureLibrary = z.infer<typeof MeasureLibrary>

/** Names of the workspace, where its facts are called otherwise than in the library. */
export const LibraryNames = z.strictObject({
  kind: Key.optional().describe('Kind of answers or outcomes, or name of interactions, that it reads.'),
  followedBy: Key.optional().describe('Name of the interaction that follows.'),
})

const at = workspacePath
const tag = 'Measurement'

export const libraryContract = {
  measureLibrary: {
    list: procedure({
      method: 'GET',
      path: at('/measure-library'),
      admits: 'records:read',
      tag,
      summary: 'List the measures of the field that can be taken into the workspace',
    })
      .input(InWorkspace)
      .output(MeasureLibrary),
    add: procedure({
      method: 'POST',
      path: at('/measure-library/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Take a measure of the library, and those its formula rests on, into the workspace',
      description: 'A measure that the workspace has already is left as it is.',
    })
      .input(InWorkspace.extend({ key: Key }).extend(LibraryNames.shape))
      .output(z.object({ added: z.array(Key) })),
  },
}

export const libraryProblems = {
  MEASUREMENT_LIBRARY_UNKNOWN: {
    status: 404,
    sentence: {
      en: 'The library has no measure "{key}".',
      fr: 'La bibliothèque n’a pas de mesure « {key} ».',
    },
    hint: { en: 'There are: {known}.', fr: 'Il y a : {known}.' },
  },
} as const satisfies ProblemTable
