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
import { ExperienceChange, ExperienceFinding } from './experience-file/experience-outline.contract.ts'

export type {
  ExperienceEdit,
  ExperienceGuard,
  ExperienceOutline,
  ExperienceRefusal,
  ExperienceSection,
  KeysDefined,
  KeysNamed,
} from './experience-file/experience-outline.contract.ts'
export { ExperienceChange, ExperienceFinding } from './experience-file/experience-outline.contract.ts'

/** An intended trait of the experience, with the attributes that make it concrete. */
export const Pillar = z.strictObject({
  key: Key,
  name: LocalText,
  attributes: z.array(z.strictObject({ key: Key, name: LocalText })).default([]),
})
export type Pillar = z.infer<typeof Pillar>

/** The organisation's own framework of the experience it intends. */
export const Platform = z.strictObject({
  name: LocalText,
  ambition: LocalText,
  intended: LocalText.optional().describe('The experience intended, in a few sentences.'),
  pillars: z.array(Pillar).default([]),
  principles: z.array(LocalText).default([]),
})
export type Platform = z.infer<typeof Platform>

/** Who owns things. */
export const Team = z.strictObject({ key: Key, name: LocalText })
export type Team = z.infer<typeof Team>

/** A place in the organisation where experience happens; units form a tree. */
export const Unit = z.strictObject({
  key: Key,
  name: LocalText,
  parent: Key.optional().describe('Key of the unit this one belongs to.'),
})
export type Unit = z.infer<typeof Unit>

/** A measurable norm at a touchpoint. */
export const Standard = z.strictObject({
  key: Key,
  name: LocalText,
  touchpoint: Key,
  measure: Key,
  threshold: z.number().describe("In the measure's own unit."),
  owner: Key.optional().describe('Key of the team that answers for it.'),
  audit: LocalText.optional().describe('How it is checked.'),
})
export type Standard = z.infer<typeof Standard>

/** One clause of the relational charter: what is committed to whom, how people behave then, and what proves it. */
export const Commitment = z.strictObject({
  key: Key,
  statement: LocalText,
  to: z.enum(['customers', 'employees']).describe('To whom it is made.'),
  pillar: Key.optional().describe('Key of the pillar it serves.'),
  behaviours: z.array(LocalText).default([]).describe('What people do who keep it.'),
  proof: z
    .strictObject({ measure: Key, target: z.number().describe("In the measure's own unit.") })
    .optional()
    .describe('The measure that proves it.'),
  touchpoints: z.array(Key).default([]).describe('Keys of the touchpoints where it is kept.'),
  owner: Key.optional().describe('Key of the team that answers for it.'),
})
export type Commitment = z.infer<typeof Commitment>

const tag = 'Strategy'
const at = workspacePath

export const strategyContract = {
  platform: {
    get: procedure({
      method: 'GET',
      path: at('/platform'),
      admits: 'records:read',
      tag,
      summary: 'Read the experience platform',
    })
      .input(InWorkspace)
      .output(z.object({ platform: Platform.nullable() })),
    put: procedure({
      method: 'PUT',
      path: at('/platform'),
      admits: 'records:write',
      tag,
      summary: 'Write the experience platform',
    })
      .input(InWorkspace.extend({ platform: Platform }))
      .output(z.object({ platform: Platform })),
  },
  teams: {
    list: procedure({
      method: 'GET',
      path: at('/teams'),
      admits: 'records:read',
      tag,
      summary: 'List the teams',
    })
      .input(InWorkspace)
      .output(z.object({ teams: z.array(Team) })),
    put: procedure({
      method: 'PUT',
      path: at('/teams/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Write a team',
    })
      .input(InWorkspace.extend(Team.shape))
      .output(Team),
    remove: procedure({
      method: 'DELETE',
      path: at('/teams/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Remove a team',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  },
  units: {
    list: procedure({
      method: 'GET',
      path: at('/units'),
      admits: 'records:read',
      tag,
      summary: 'List the units',
    })
      .input(InWorkspace)
      .output(z.object({ units: z.array(Unit) })),
    put: procedure({
      method: 'PUT',
      path: at('/units/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Write a unit',
    })
      .input(InWorkspace.extend(Unit.shape))
      .output(Unit),
    remove: procedure({
      method: 'DELETE',
      path: at('/units/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Remove a unit',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  },
  standards: {
    list: procedure({
      method: 'GET',
      path: at('/standards'),
      admits: 'records:read',
      tag,
      summary: 'List the standards',
    })
      .input(InWorkspace)
      .output(z.object({ standards: z.array(Standard) })),
    put: procedure({
      method: 'PUT',
      path: at('/standards/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Write a standard',
    })
      .input(InWorkspace.extend(Standard.shape))
      .output(Standard),
    remove: procedure({
      method: 'DELETE',
      path: at('/standards/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Remove a standard',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  },
  charter: {
    list: procedure({
      method: 'GET',
      path: at('/charter'),
      admits: 'records:read',
      tag,
      summary: 'Read the relational charter',
    })
      .input(InWorkspace)
      .output(z.object({ commitments: z.array(Commitment) })),
    put: procedure({
      method: 'PUT',
      path: at('/charter/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Write a commitment',
    })
      .input(InWorkspace.extend(Commitment.shape))
      .output(Commitment),
    remove: procedure({
      method: 'DELETE',
      path: at('/charter/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Remove a commitment',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  },
  experience: {
    export: procedure({
      method: 'GET',
      path: at('/experience'),
      admits: 'records:read',
      tag,
      summary: 'Export experience.yaml',
    })
      .input(InWorkspace)
      .output(z.object({ yaml: z.string() })),
    check: procedure({
      method: 'POST',
      path: at('/experience/check'),
      admits: 'records:read',
      tag,
      summary: 'Check experience.yaml',
    })
      .input(InWorkspace.extend({ yaml: z.string().max(1_000_000) }))
      .output(z.object({ findings: z.array(ExperienceFinding), changes: z.array(ExperienceChange) })),
    apply: procedure({
      method: 'POST',
      path: at('/experience/apply'),
      admits: 'records:write',
      tag,
      summary: 'Apply experience.yaml',
    })
      .input(InWorkspace.extend({ yaml: z.string().max(1_000_000) }))
      .output(z.object({ changes: z.array(ExperienceChange) })),
  },
}

export const strategyProblems = {
  STRATEGY_TEAM_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no team "{key}".', fr: 'Il n’y a pas d’équipe « {key} ».' },
    hint: { en: 'List the teams to see their keys.', fr: 'Listez les équipes pour voir leurs clés.' },
  },
  STRATEGY_UNIT_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no unit "{key}".', fr: 'Il n’y a pas d’unité « {key} ».' },
    hint: { en: 'List the units to see their keys.', fr: 'Listez les unités pour voir leurs clés.' },
  },
  STRATEGY_UNIT_CIRCULAR: {
    status: 422,
    sentence: {
      en: 'The unit "{key}" would belong to itself through "{parent}".',
      fr: 'L’unité « {key} » s’appartiendrait à elle-même par « {parent} ».',
    },
    hint: {
      en: 'Choose a parent outside its own branch.',
      fr: 'Choisissez un parent hors de sa propre branche.',
    },
  },
  STRATEGY_STANDARD_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no standard "{key}".', fr: 'Il n’y a pas de standard « {key} ».' },
    hint: { en: 'List the standards to see their keys.', fr: 'Listez les standards pour voir leurs clés.' },
  },
  STRATEGY_COMMITMENT_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no commitment "{key}".', fr: 'Il n’y a pas d’engagement « {key} ».' },
    hint: { en: 'Read the charter to see its keys.', fr: 'Lisez la charte pour voir ses clés.' },
  },
  STRATEGY_EXPERIENCE_INVALID: {
    status: 422,
    sentence: {
      en: 'experience.yaml has {count} finding(s); the first is at {line}:{column}: {message}.',
      fr: 'experience.yaml a {count} remarque(s) ; la première est en {line}:{column} : {message}.',
    },
    hint: {
      en: 'Correct them and apply again; nothing was changed. `tutti check` lists them all.',
      fr: 'Corrigez puis appliquez de nouveau ; rien n’a été modifié. « tutti check » les liste toutes.',
    },
  },
  STRATEGY_STILL_USED: {
    status: 409,
    sentence: { en: '"{key}" is still named by {users}.', fr: '« {key} » est encore cité par {users}.' },
    hint: { en: 'Change or remove those first.', fr: 'Modifiez ou retirez-les d’abord.' },
  },
  STRATEGY_KEY_UNKNOWN: {
    status: 422,
    sentence: {
      en: '"{user}" names "{key}", which nothing defines.',
      fr: '« {user} » cite « {key} », que rien ne définit.',
    },
    hint: { en: 'Keys that would do: {known}.', fr: 'Clés possibles : {known}.' },
  },
  STRATEGY_KEY_TWICE: {
    status: 409,
    sentence: { en: 'The key "{key}" is used twice.', fr: 'La clé « {key} » est utilisée deux fois.' },
    hint: { en: 'Choose another key for one of them.', fr: 'Choisissez une autre clé pour l’un des deux.' },
  },
  STRATEGY_KEY_UNFIT: {
    status: 422,
    sentence: {
      en: '"{user}" cannot rest on "{key}".',
      fr: '« {user} » ne peut pas reposer sur « {key} ».',
    },
    hint: { en: 'Choose one of these: {known}.', fr: 'Choisissez parmi : {known}.' },
  },
  STRATEGY_AMOUNT_OUTSIDE: {
    status: 422,
    sentence: {
      en: '{amount} is outside what the measure "{key}" can be: {low} to {high}.',
      fr: '{amount} sort de ce que la mesure « {key} » peut valoir : de {low} à {high}.',
    },
    hint: {
      en: 'State it in the unit of the measure; a share runs from 0 to 1.',
      fr: 'Exprimez-le dans l’unité de la mesure ; une part va de 0 à 1.',
    },
  },
} as const satisfies ProblemTable
