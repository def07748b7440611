import { z } from 'zod'
import type { ProblemTable } from '../http/problem.contract.ts'
import { Done, InWorkspace, Key, procedure, workspacePath } from '../http/procedure.contract.ts'
import { Permission, Role } from './permission.contract.ts'

/** Where a member works: screens begin with what is theirs. */
export const WorkPlace = z.object({
  team: Key.nullable().describe('The team whose promises the cockpit opens with; null for all.'),
  unit: Key.nullable().describe('The unit whose figures screens open with; null for all.'),
})
export type WorkPlace = z.infer<typeof WorkPlace>

export const WorkspaceRecord = z.object({ key: Key, name: z.string(), role: Role, ...WorkPlace.shape })
export type WorkspaceRecord = z.infer<typeof WorkspaceRecord>

export const Me = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  workspaces: z.array(WorkspaceRecord),
  needsWelcome: z.boolean().describe('True until the first administrator exists.'),
})
export type Me = z.infer<typeof Me>

export const Member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  ...WorkPlace.shape,
})
export type Member = z.infer<typeof Member>

export const keyUses = ['api', 'ingestion'] as const
export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  use: z.enum(keyUses),
  scopes: z.array(Permission),
  start: z.string().describe('First characters, to recognise it by.'),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const tag = 'Access'
const at = workspacePath

export const accessContract = {
  me: procedure({ method: 'GET', path: '/me', admits: 'anyone', tag, summary: 'Say who is asking' })
    .input(z.object({}))
    .output(Me),
  welcome: procedure({
    method: 'POST',
    path: '/welcome',
    admits: 'anyone',
    tag,
    summary: 'Make the first administrator, with the one-time link of the first start',
  })
    .input(
      z.object({
        token: z.string().min(1),
        name: z.string().min(1).max(200),
        email: z.email(),
        password: z.string().min(10).max(200),
        workspaceName: z.string().min(1).max(200),
      }),
    )
    .output(z.object({ workspace: Key })),
  members: {
    list: procedure({
      method: 'GET',
      path: at('/members'),
      admits: 'members:write',
      tag,
      summary: 'List the members',
    })
      .input(InWorkspace)
      .output(z.object({ members: z.array(Member) })),
    add: procedure({
      method: 'POST',
      path: at('/members'),
      admits: 'members:write',
      tag,
      summary: 'Add a member, or change one',
      description:
        'A member is known by their e-mail address. A team or unit that is left out stays as it is.',
    })
      .input(
        InWorkspace.extend({
          name: z.string().min(1),
          email: z.email(),
          role: Role,
          password: z.string().min(10).optional(),
          ...WorkPlace.partial().shape,
        }),
      )
      .output(Member),
    remove: procedure({
      method: 'DELETE',
      path: at('/members/{id}'),
      admits: 'members:write',
      tag,
      summary: 'Remove a member',
    })
      .input(InWorkspace.extend({ id: z.string() }))
      .output(Done),
  },
  workspaces: {
    add: procedure({
      method: 'POST',
      path: '/workspaces',
      admits: 'signed-in',
      tag,
      summary: 'Make a workspace',
    })
      .input(z.object({ key: Key, name: z.string().min(1).max(200) }))
      .output(WorkspaceRecord),
    remove: procedure({
      method: 'DELETE',
      path: '/workspaces/{workspace}',
      admits: 'members:write',
      tag,
      summary: 'Remove a workspace with all its records and facts',
      description: 'Its name has to be given, as there is no way back. The audit trail stays.',
    })
      .input(InWorkspace.extend({ name: z.string() }))
      .output(Done),
  },
  keys: {
    list: procedure({
      method: 'GET',
      path: at('/keys'),
      admits: 'keys:write',
      tag,
      summary: 'List the API keys',
    })
      .input(InWorkspace)
      .output(z.object({ keys: z.array(ApiKey) })),
    create: procedure({
      method: 'POST',
      path: at('/keys'),
      admits: 'keys:write',
      tag,
      summary: 'Make an API key; its secret is shown once',
    })
      .input(
        InWorkspace.extend({
          name: z.string().min(1).max(200),
          use: z.enum(keyUses),
          scopes: z.array(Permission).optional(),
        }),
      )
      .output(z.object({ key: ApiKey, secret: z.string() })),
    revoke: procedure({
      method: 'DELETE',
      path: at('/keys/{id}'),
      admits: 'keys:write',
      tag,
      summary: 'Revoke an API key',
    })
      .input(InWorkspace.extend({ id: z.uuid() }))
      .output(Done),
  },
  audit: {
    list: procedure({
      method: 'GET',
      path: at('/audit'),
      admits: 'audit:read',
      tag,
      summary: 'Read the audit trail, latest first',
    })
      .input(
        InWorkspace.extend({
          before: z
            .string()
            .regex(/^\d{1,15}$/, 'use the `next` of the page before')
            .optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
      )
      .output(z.object({ entries: z.array(AuditEntry), next: z.string().nullable() })),
  },
}

export const accessProblems = {
  ACCESS_SIGN_IN_NEEDED: {
    status: 401,
    sentence: { en: 'Nobody is signed in.', fr: 'Personne n’est connecté.' },
    hint: {
      en: 'Sign in, or send an API key: `Authorization: Bearer …`.',
      fr: 'Connectez-vous, ou envoyez une clé d’API : « Authorization: Bearer … ».',
    },
  },
  ACCESS_SIGN_IN_REFUSED: {
    status: 401,
    sentence: {
      en: 'The e-mail address or the password is wrong.',
      fr: 'L’adresse e-mail ou le mot de passe est faux.',
    },
    hint: {
      en: 'Check both; an experience officer of your workspace can tell whether you are a member.',
      fr: 'Vérifiez les deux ; un responsable expérience de votre espace sait si vous en êtes membre.',
    },
  },
  ACCESS_KEY_REFUSED: {
    status: 401,
    sentence: { en: 'This API key is wrong or revoked.', fr: 'Cette clé d’API est fausse ou révoquée.' },
    hint: { en: 'Make a new one under Settings, API keys.', fr: 'Créez-en une sous Réglages, Clés d’API.' },
  },
  ACCESS_NOT_ALLOWED: {
    status: 403,
    sentence: {
      en: 'This needs the permission "{permission}".',
      fr: 'Ceci demande la permission « {permission} ».',
    },
    hint: {
      en: 'Ask an experience officer of the workspace.',
      fr: 'Demandez-la à un responsable expérience de l’espace.',
    },
  },
  ACCESS_WORKSPACE_UNKNOWN: {
    status: 404,
    sentence: {
      en: 'There is no workspace "{workspace}" for you.',
      fr: 'Il n’y a pas d’espace « {workspace} » pour vous.',
    },
    hint: { en: 'GET /api/v1/me lists yours.', fr: 'GET /api/v1/me liste les vôtres.' },
  },
  ACCESS_WELCOME_USED: {
    status: 403,
    sentence: {
      en: 'This one-time link is wrong or was used.',
      fr: 'Ce lien à usage unique est faux ou déjà utilisé.',
    },
    hint: {
      en: 'Sign in; or restart the server to see whether a first link is still due.',
      fr: 'Connectez-vous ; ou redémarrez le serveur pour voir si un premier lien est encore dû.',
    },
  },
  ACCESS_WORKSPACE_NAME_WRONG: {
    status: 422,
    sentence: {
      en: 'The workspace is not called "{name}".',
      fr: 'L’espace ne s’appelle pas « {name} ».',
    },
    hint: {
      en: 'Give its name as it stands at the top of the screen; nothing was removed.',
      fr: 'Donnez son nom tel qu’il figure en haut de l’écran ; rien n’a été retiré.',
    },
  },
  ACCESS_WORKSPACE_TAKEN: {
    status: 409,
    sentence: { en: 'The workspace "{key}" exists already.', fr: 'L’espace « {key} » existe déjà.' },
    hint: { en: 'Choose another key.', fr: 'Choisissez une autre clé.' },
  },
  ACCESS_MEMBER_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no member "{id}".', fr: 'Il n’y a pas de membre « {id} ».' },
    hint: {
      en: 'List the members to see their ids.',
      fr: 'Listez les membres pour voir leurs identifiants.',
    },
  },
  ACCESS_TEAM_UNKNOWN: {
    status: 422,
    sentence: { en: 'There is no team "{key}".', fr: 'Il n’y a pas d’équipe « {key} ».' },
    hint: {
      en: 'The teams are: {known}. Nothing was changed.',
      fr: 'Les équipes sont : {known}. Rien n’a été changé.',
    },
  },
  ACCESS_UNIT_UNKNOWN: {
    status: 422,
    sentence: { en: 'There is no unit "{key}".', fr: 'Il n’y a pas d’unité « {key} ».' },
    hint: {
      en: 'The units are: {known}. Nothing was changed.',
      fr: 'Les unités sont : {known}. Rien n’a été changé.',
    },
  },
  ACCESS_LAST_OFFICER: {
    status: 409,
    sentence: {
      en: 'The last experience officer cannot leave.',
      fr: 'Le dernier responsable expérience ne peut pas partir.',
    },
    hint: { en: 'Give the role to somebody else first.', fr: 'Donnez d’abord le rôle à quelqu’un d’autre.' },
  },
  ACCESS_KEY_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no API key "{id}".', fr: 'Il n’y a pas de clé d’API « {id} ».' },
    hint: { en: 'List the keys to see their ids.', fr: 'Listez les clés pour voir leurs identifiants.' },
  },
} as const satisfies ProblemTable
