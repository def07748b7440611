import { sayer } from '../../../../foundations/format/sayer.ts'
import type { Refusal } from '../../../../foundations/http/problem.contract.ts'
import { understandingProblems } from '../../contract.ts'
import { mappingProblems } from '../mapping.contract.ts'
import { scheduleProblems } from './schedule.contract.ts'

const words = {
  'folder-missing': {
    en: 'The folder "{folder}" is not there. Create it in the inbox of the server.',
    fr: 'Le dossier « {folder} » n’existe pas. Créez-le dans le dossier de dépôt du serveur.',
  },
  'folder-outside': {
    en: 'The folder "{folder}" is a link or leads through one. Name a folder that lies in the inbox itself.',
    fr: 'Le dossier « {folder} » est un lien ou passe par un lien. Citez un dossier qui se trouve lui-même dans le dossier de dépôt.',
  },
  'folder-unreadable': {
    en: 'The folder "{folder}" cannot be read ({fault}). Let the server read it.',
    fr: 'Le dossier « {folder} » ne peut pas être lu ({fault}). Donnez au serveur le droit de le lire.',
  },
  'look-failed': {
    en: 'The last look broke off; the log of the server says why.',
    fr: 'Le dernier passage s’est interrompu ; le journal du serveur dit pourquoi.',
  },
  link: {
    en: 'It is a link. Only files that lie in the folder themselves are imported.',
    fr: 'C’est un lien. Seuls les fichiers qui se trouvent eux-mêmes dans le dossier sont importés.',
  },
  'no-file': {
    en: 'It is no file, but a folder, a pipe or a device.',
    fr: 'Ce n’est pas un fichier, mais un dossier, un tube ou un périphérique.',
  },
  unreadable: {
    en: 'It cannot be read ({fault}). Let the server read it.',
    fr: 'Il ne peut pas être lu ({fault}). Donnez au serveur le droit de le lire.',
  },
  'not-kept': {
    en: 'It could not be taken over; the log of the server says why.',
    fr: 'Il n’a pas pu être repris ; le journal du serveur dit pourquoi.',
  },
  'still-written': {
    en: 'It may still be written. It is imported once it stays the same for 30 seconds, or from one look to the next.',
    fr: 'Il est peut-être encore en cours d’écriture. Il sera importé dès qu’il reste le même pendant 30 secondes, ou d’un passage à l’autre.',
  },
  same: {
    en: 'It holds what "{name}" held, which is imported already.',
    fr: 'Il contient ce que contenait « {name} », qui est déjà importé.',
  },
  cancelled: { en: 'Its import was cancelled.', fr: 'Son import a été annulé.' },
} as const

const refusals = { ...understandingProblems, ...mappingProblems, ...scheduleProblems }

/** Why a look or a file went as it did, in a sentence. */
export function scheduleReason({ code, values }: Refusal, locale: 'en' | 'fr'): string {
  if (Object.hasOwn(words, code)) return sayer(words, locale)(code as keyof typeof words, values)
  const { sentence, hint } = refusals[code as keyof typeof refusals]
  const say = sayer({ sentence, hint }, locale)
  return `${say('sentence', values)} ${say('hint', values)}`
}

export type ScheduleReason = Refusal & { readonly code: keyof typeof words }
