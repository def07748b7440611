import type { Locale } from '../../foundations/http/locale.contract.ts'

/** What the command line itself refuses: a sentence, and what to do. `usage` marks what was typed wrong. */
const refusals = {
  CLI_NO_SERVER: {
    usage: false,
    sentence: {
      en: 'No server runs here: {data} holds no address.',
      fr: 'Aucun serveur ne tourne ici : {data} ne contient pas d’adresse.',
    },
    hint: {
      en: 'Start it with `npm start`, or name another with --url and --key.',
      fr: 'Démarrez-le par `npm start`, ou nommez-en un autre avec --url et --key.',
    },
  },
  CLI_SERVER_SILENT: {
    usage: false,
    sentence: { en: 'No server answers at {url}.', fr: 'Aucun serveur ne répond à {url}.' },
    hint: {
      en: 'Start it with `npm start`, or check --url; `tutti doctor` says more.',
      fr: 'Démarrez-le par `npm start`, ou vérifiez --url ; `tutti doctor` en dit plus.',
    },
  },
  CLI_KEY_NEEDED: {
    usage: true,
    sentence: { en: 'The server at {url} needs a key.', fr: 'Le serveur {url} demande une clé.' },
    hint: {
      en: 'Make one under Settings, API keys, and give it with --key or TUTTI_API_KEY.',
      fr: 'Créez-en une sous Réglages, Clés d’API, et donnez-la par --key ou TUTTI_API_KEY.',
    },
  },
  CLI_ACCESS_UNREADABLE: {
    usage: false,
    sentence: { en: 'The file {file} cannot be read.', fr: 'Le fichier {file} ne peut pas être lu.' },
    hint: {
      en: 'Only the user who started the server may; use an API key: --url and --key.',
      fr: 'Seul l’utilisateur qui a démarré le serveur le peut ; utilisez une clé d’API : --url et --key.',
    },
  },
  CLI_WORKSPACE_NONE: {
    usage: false,
    sentence: { en: 'There is no workspace yet.', fr: 'Il n’y a pas encore d’espace.' },
    hint: {
      en: 'Open the one-time link that `npm start` prints and make the first one.',
      fr: 'Ouvrez le lien à usage unique qu’affiche `npm start` et créez le premier.',
    },
  },
  CLI_WORKSPACE_NEEDED: {
    usage: true,
    sentence: { en: 'There are several workspaces: {known}.', fr: 'Il y a plusieurs espaces : {known}.' },
    hint: {
      en: 'Name one with --workspace or TUTTI_WORKSPACE.',
      fr: 'Nommez-en un avec --workspace ou TUTTI_WORKSPACE.',
    },
  },
  CLI_FILE_UNREADABLE: {
    usage: true,
    sentence: {
      en: 'The file {file} cannot be read: {reason}.',
      fr: 'Le fichier {file} ne peut pas être lu : {reason}.',
    },
    hint: { en: 'Check its name and its rights.', fr: 'Vérifiez son nom et ses droits.' },
  },
  CLI_FILE_UNWRITABLE: {
    usage: true,
    sentence: {
      en: 'The file {file} cannot be written: {reason}.',
      fr: 'Le fichier {file} ne peut pas être écrit : {reason}.',
    },
    hint: { en: 'Check its folder and its rights.', fr: 'Vérifiez son dossier et ses droits.' },
  },
  CLI_ANSWER_UNREADABLE: {
    usage: false,
    sentence: {
      en: 'The server at {url} answered {status} in a form this version does not read.',
      fr: 'Le serveur {url} a répondu {status} sous une forme que cette version ne lit pas.',
    },
    hint: {
      en: 'Check that the address is that of Tutti, and of the same version.',
      fr: 'Vérifiez que l’adresse est celle de Tutti, dans la même version.',
    },
  },
  CLI_PORT_TAKEN: {
    usage: false,
    sentence: { en: 'The port {port} is taken.', fr: 'Le port {port} est pris.' },
    hint: {
      en: 'Another server runs there: stop it, or choose another port with --port or TUTTI_PORT.',
      fr: 'Un autre serveur y tourne : arrêtez-le, ou choisissez un autre port avec --port ou TUTTI_PORT.',
    },
  },
  CLI_START_FAILED: {
    usage: false,
    sentence: { en: 'The server did not start: {reason}', fr: 'Le serveur n’a pas démarré : {reason}' },
    hint: {
      en: '`tutti doctor` looks at everything it needs.',
      fr: '`tutti doctor` examine tout ce dont il a besoin.',
    },
  },
  CLI_INTERRUPTED: {
    usage: false,
    sentence: { en: 'Interrupted.', fr: 'Interrompu.' },
    hint: { en: 'Run it again to finish.', fr: 'Relancez pour terminer.' },
  },
} as const

type RefusalCode = keyof typeof refusals

/** A refusal as it is told: by the command line, or by the server. */
export interface ToldRefusal {
  readonly code: string
  readonly title: string
  readonly hint: string
  readonly usage: boolean
}

interface Refused extends Error {
  readonly told: (locale: Locale) => ToldRefusal
}

/** `throw refused('CLI_NO_SERVER', { data })` ends the command with its sentence. */
export function refused(code: RefusalCode, values: Readonly<Record<string, string>> = {}): Refused {
  const { sentence, hint, usage } = refusals[code]
  const told = (locale: Locale) => ({
    code,
    title: fill(sentence[locale], values),
    hint: fill(hint[locale], values),
    usage,
  })
  return Object.assign(new Error(code), { told })
}

/** A refusal of the server, told in its own words. */
export function refusedByServer(problem: { code: string; title: string; hint: string }): Refused {
  return Object.assign(new Error(problem.code), { told: () => ({ ...problem, usage: false }) })
}

export function toldRefusal(error: unknown, locale: Locale): ToldRefusal | null {
  return error instanceof Error && 'told' in error ? (error as Refused).told(locale) : null
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
