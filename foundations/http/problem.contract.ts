/** One refusal the product can give: a stable code, the status of the answer, a sentence and what to do next. */
export interface ProblemDefinition {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  /** What happened; `{name}` stands for a value given with the problem. */
  readonly sentence: Readonly<{ en: string; fr: string }>
  /** What the reader can do about it. */
  readonly hint: Readonly<{ en: string; fr: string }>
}

/** Table of refusals, keyed by code (`ROOM_WHAT`). Each contract declares its own. */
export type ProblemTable = Readonly<Record<string, ProblemDefinition>>

/** Refusals that any route may give. */
export const httpProblems = {
  HTTP_NOT_FOUND: {
    status: 404,
    sentence: { en: 'There is nothing at {path}.', fr: 'Il n’y a rien à l’adresse {path}.' },
    hint: {
      en: 'Check the address against the API reference at /api/docs.',
      fr: 'Comparez l’adresse à la documentation de l’API : /api/docs.',
    },
  },
  HTTP_INPUT_INVALID: {
    status: 422,
    sentence: { en: 'The request does not fit: {issues}.', fr: 'La requête ne convient pas : {issues}.' },
    hint: {
      en: 'Correct the values named and send it again; nothing was changed.',
      fr: 'Corrigez les valeurs citées puis renvoyez ; rien n’a été modifié.',
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
      fr: 'Réessayez ; si l’erreur revient, donnez le numéro de requête à votre administrateur.',
    },
  },
} as const satisfies ProblemTable
