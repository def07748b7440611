import { defineWords } from '../words/define-words.ts'

export const stateWords = defineWords('state', {
  loading: { en: 'Loading…', fr: 'Chargement…' },
  failedUnreached: { en: 'The server did not answer.', fr: 'Le serveur n’a pas répondu.' },
  failedUnreachedHint: {
    en: 'Nothing was lost. Check the connection and try again.',
    fr: 'Rien n’est perdu. Vérifiez la connexion puis réessayez.',
  },
  failedUnknown: { en: 'This could not be done.', fr: 'Cela n’a pas pu être fait.' },
  retry: { en: 'Try again', fr: 'Réessayer' },
  requestId: { en: 'Request {id}', fr: 'Requête {id}' },
  tooThin: {
    en: 'Too little data to say anything sound.',
    fr: 'Trop peu de données pour rien affirmer de solide.',
  },
  tooThinN: {
    en: { one: 'One answer so far.', other: '{n} answers so far.' },
    fr: { one: '{n} réponse à ce jour.', other: '{n} réponses à ce jour.' },
  },
})
