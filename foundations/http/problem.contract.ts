import { z } from 'zod'

/** One refusal the product can give: a stable code, the status of the answer, a sentence and what to do next. */
export interface ProblemDefinition {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 507
  /** What happened; `{name}` stands for a value given with the problem. */
  readonly sentence: Readonly<{ en: string; fr: string }>
  /** What the reader can do about it. */
  readonly hint: Readonly<{ en: string; fr: string }>
}

/** Table of refusals, keyed by code (`ROOM_WHAT`). Each contract declares its own. */
export type ProblemTable = Readonly<Record<string, ProblemDefinition>>

/** Values that fill the places of a sentence. */
export type ProblemValues = Readonly<Record<string, string | number>>

/** A refusal on its way from a rule to the door. */
export interface Refusal {
  readonly code: string
  readonly values: ProblemValues
}

/** `throw problem('ROOM_WHAT', { key })` refuses; the door finds status, sentence and hint in the tables. */
export function problem(code: string, values: ProblemValues = {}): Error & { readonly refusal: Refusal } {
  return Object.assign(new Error(code), { refusal: { code, values } })
}

export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Error && 'refusal' in error ? (error.refusal as Refusal) : undefined
}

/** Body of every refusal: `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string().describe('Address of the explanation of the code.'),
  title: z.string().describe('The sentence, in the language of the caller.'),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  hint: z.string().describe('What can be done about it.'),
  requestId: z.string(),
  issues: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('Where the request does not fit.'),
})
export type Problem = z.infer<typeof Problem>

/** Refusals that any route may give. */
export const httpProblems = {
  HTTP_NOT_FOUND: {
    status: 404,
    sentence: { en: 'There is nothing at {path}.', fr: 'Il n’y a rien à l’adresse {path}.' },
    hint: {
      en: 'Check the address against the API reference at /api/docs.',
      fr: 'Comparez l’adresse à la documentation de l’API : /api/docs.',
    },
  },
  HTTP_BODY_MALFORMED: {
    status: 400,
    sentence: {
      en: 'The body of the request cannot be read: {reason}.',
      fr: 'Le corps de la requête est illisible : {reason}.',
    },
    hint: { en: 'Send valid JSON in UTF-8.', fr: 'Envoyez du JSON valide en UTF-8.' },
  },
  HTTP_MEDIA_TYPE_UNKNOWN: {
    status: 415,
    sentence: {
      en: 'Bodies of the type "{type}" are not read here.',
      fr: 'Les corps de type « {type} » ne sont pas lus ici.',
    },
    hint: { en: 'Send `Content-Type: application/json`.', fr: 'Envoyez « Content-Type: application/json ».' },
  },
  HTTP_ORIGIN_REFUSED: {
    status: 403,
    sentence: {
      en: 'The request comes from another site: {origin}.',
      fr: 'La requête vient d’un autre site : {origin}.',
    },
    hint: {
      en: 'Open Tutti at its own address; behind a proxy, set TUTTI_PUBLIC_URL to that address.',
      fr: 'Ouvrez Tutti à sa propre adresse ; derrière un mandataire, donnez cette adresse à TUTTI_PUBLIC_URL.',
    },
  },
  HTTP_INPUT_INVALID: {
    status: 422,
    sentence: { en: 'The request does not fit: {issues}.', fr: 'La requête ne convient pas : {issues}.' },
    hint: {
      en: 'Correct the values named and send it again; nothing was changed.',
      fr: 'Corrigez les valeurs citées puis renvoyez ; rien n’a été modifié.',
    },
  },
  HTTP_BODY_TOO_LARGE: {
    status: 413,
    sentence: { en: 'The request is larger than {limit}.', fr: 'La requête dépasse {limit}.' },
    hint: {
      en: 'Send less at a time, or upload a file and import it.',
      fr: 'Envoyez moins à la fois, ou déposez un fichier à importer.',
    },
  },
  HTTP_TOO_MANY_REQUESTS: {
    status: 429,
    sentence: { en: 'Too many requests came from here.', fr: 'Trop de requêtes viennent d’ici.' },
    hint: { en: 'Wait {seconds} s and try again.', fr: 'Attendez {seconds} s puis réessayez.' },
  },
  HTTP_INTERNAL: {
    status: 500,
    sentence: {
      en: 'Something failed on our side. Nothing was half done.',
      fr: 'Une erreur est survenue de notre côté. Rien n’a été fait à moitié.',
    },
    hint: {
      en: 'Try again; if it fails again, give your administrator the request id.',
      fr: 'Réessayez ; si l’erreur revient, donnez le numéro de requête à votre administrateur.',
    },
  },
} as const satisfies ProblemTable
