import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import {
  Done,
  InWorkspace,
  Key,
  procedure,
  workspacePath,
} from '../../../foundations/http/procedure.contract.ts'

/** A mapping kept to be used again. */
export const SavedMapping = z.object({
  key: Key,
  mapping: z.string().describe('The mapping, as YAML.'),
  savedAt: z.string(),
  savedBy: z.string(),
})
export type SavedMapping = z.infer<typeof SavedMapping>

const tag = 'Understanding'
const at = workspacePath
const MappingKey = InWorkspace.extend({ key: Key })

export const mappingContract = {
  mappings: {
    list: procedure({
      method: 'GET',
      path: at('/mappings'),
      admits: 'records:read',
      tag,
      summary: 'List the saved mappings',
    })
      .input(InWorkspace)
      .output(z.object({ mappings: z.array(SavedMapping) })),
    get: procedure({
      method: 'GET',
      path: at('/mappings/{key}'),
      admits: 'records:read',
      tag,
      summary: 'Read a saved mapping',
    })
      .input(MappingKey)
      .output(SavedMapping),
    put: procedure({
      method: 'PUT',
      path: at('/mappings/{key}'),
      admits: 'facts:write',
      tag,
      summary: 'Save a mapping to be used again',
      description: 'Refused where it does not fit; its comments are kept.',
    })
      .input(MappingKey.extend({ mapping: z.string().max(1_000_000).describe('The mapping, as YAML.') }))
      .output(SavedMapping),
    remove: procedure({
      method: 'DELETE',
      path: at('/mappings/{key}'),
      admits: 'facts:write',
      tag,
      summary: 'Remove a saved mapping',
    })
      .input(MappingKey)
      .output(Done),
  },
}

export const mappingProblems = {
  UNDERSTANDING_MAPPING_UNKNOWN: {
    status: 404,
    sentence: {
      en: 'There is no saved mapping "{key}".',
      fr: 'Il n’y a pas de correspondance enregistrée « {key} ».',
    },
    hint: {
      en: 'List the saved mappings to see their keys.',
      fr: 'Listez les correspondances enregistrées pour voir leurs clés.',
    },
  },
} as const satisfies ProblemTable
