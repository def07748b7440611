import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const sourceWords = defineWords('sources', {
  title: { en: 'Sources', fr: 'Sources' },
  titleSending: {
    en: {
      one: 'One source sends; none has fallen silent',
      other: '{count} sources send; none has fallen silent',
    },
    fr: {
      one: 'Une source envoie ; aucune ne s’est tue',
      other: '{count} sources envoient ; aucune ne s’est tue',
    },
  },
  titleSilent: {
    en: { one: '{names} has fallen silent', other: '{names} have fallen silent' },
    fr: { one: '{names} s’est tue', other: '{names} se sont tues' },
  },
  note: {
    en: 'What flows in, and from where. A source is silent once it has been quiet for longer than nine of ten of its pauses.',
    fr: 'Ce qui arrive, et d’où. Une source est silencieuse dès qu’elle se tait plus longtemps que neuf de ses pauses sur dix.',
  },
  none: { en: 'Nothing flows in yet.', fr: 'Rien n’arrive encore.' },
  noneText: {
    en: 'Import a file you have, or make a write key and let your shop, app or site send what happens.',
    fr: 'Importez un fichier que vous avez, ou créez une clé d’écriture et laissez votre boutique, application ou site envoyer ce qui se passe.',
  },
  importFile: { en: 'Import a file', fr: 'Importer un fichier' },
  makeKey: { en: 'Make a write key', fr: 'Créer une clé d’écriture' },
  source: { en: 'Source', fr: 'Source' },
  ways: { en: 'Comes by', fr: 'Arrive par' },
  import: { en: 'import', fr: 'import' },
  key: { en: 'events', fr: 'événements' },
  webhook: { en: 'webhook', fr: 'webhook' },
  other: { en: 'elsewhere', fr: 'autre voie' },
  last: { en: 'Last received', fr: 'Dernière réception' },
  never: { en: 'never', fr: 'jamais' },
  silent: { en: 'silent', fr: 'silencieuse' },
  lastDays: { en: 'Last 30 days', fr: '30 derniers jours' },
  barsLabel: {
    en: '{name}: {total} facts in 30 days, at most {most} in a day',
    fr: '{name} : {total} faits en 30 jours, au plus {most} en un jour',
  },
  facts: { en: 'Facts, last two years', fr: 'Faits, deux dernières années' },
  answers: {
    en: { one: 'one answer', other: '{shown} answers' },
    fr: { one: 'une réponse', other: '{shown} réponses' },
  },
  interactions: {
    en: { one: 'one interaction', other: '{shown} interactions' },
    fr: { one: 'une interaction', other: '{shown} interactions' },
  },
  outcomes: {
    en: { one: 'one outcome', other: '{shown} outcomes' },
    fr: { one: 'un résultat', other: '{shown} résultats' },
  },
  aliases: {
    en: { one: 'one other name of a person', other: '{shown} other names of people' },
    fr: { one: 'un autre nom d’une personne', other: '{shown} autres noms de personnes' },
  },
  profiles: {
    en: { one: 'one profile', other: '{shown} profiles' },
    fr: { one: 'un profil', other: '{shown} profils' },
  },
  held: {
    en: { one: 'one message that waits', other: '{shown} messages that wait' },
    fr: { one: 'un message en attente', other: '{shown} messages en attente' },
  },
  errors: { en: 'To look at', fr: 'À regarder' },
  nothing: { en: 'nothing', fr: 'rien' },
  rejectedRows: {
    en: { one: 'one row rejected in 30 days', other: '{shown} rows rejected in 30 days' },
    fr: { one: 'une ligne rejetée en 30 jours', other: '{shown} lignes rejetées en 30 jours' },
  },
  toMap: {
    en: { one: 'one event to be mapped', other: '{shown} events to be mapped' },
    fr: { one: 'un événement à rattacher', other: '{shown} événements à rattacher' },
  },
  unreadable: {
    en: { one: 'one event unreadable', other: '{shown} events unreadable' },
    fr: { one: 'un événement illisible', other: '{shown} événements illisibles' },
  },
  all: { en: 'All sources', fr: 'Toutes les sources' },
  lastReceived: { en: 'Last received {ago} ({moment})', fr: 'Dernière réception {ago} ({moment})' },
  neverSent: { en: 'Nothing was received yet.', fr: 'Rien n’a encore été reçu.' },
  rhythm: { en: 'Rhythm', fr: 'Rythme' },
  rhythmUnknown: {
    en: 'It sent on {days} days; five are needed to tell a rhythm.',
    fr: 'Elle a envoyé {days} jours ; il en faut cinq pour dire un rythme.',
  },
  rhythmKept: {
    en: 'Nine of ten of its pauses lasted {pause} at most; it has been quiet for {quiet}.',
    fr: 'Neuf de ses pauses sur dix ont duré {pause} au plus ; elle se tait depuis {quiet}.',
  },
  rhythmBroken: {
    en: 'Silent for {quiet}; nine of ten of its pauses lasted {pause} at most. See whether its sender still runs.',
    fr: 'Silencieuse depuis {quiet} ; neuf de ses pauses sur dix ont duré {pause} au plus. Voyez si son expéditeur tourne encore.',
  },
  days: { en: { one: 'one day', other: '{count} days' }, fr: { one: 'un jour', other: '{count} jours' } },
  about: { en: 'Facts are about', fr: 'Les faits portent sur' },
  span: { en: '{first} to {last}', fr: 'du {first} au {last}' },
  chart: {
    en: '{total} facts received in 90 days, at most {most} in a day',
    fr: '{total} faits reçus en 90 jours, au plus {most} en un jour',
  },
  chartNone: { en: 'Nothing received in 90 days', fr: 'Rien reçu en 90 jours' },
  chartNote: {
    en: 'Facts by the day they were received, from {first} to {last}; paler what waits to be mapped.',
    fr: 'Faits par jour de réception, du {first} au {last} ; en plus pâle ce qui attend d’être rattaché.',
  },
  day: { en: 'Day', fr: 'Jour' },
  factsColumn: { en: 'Facts', fr: 'Faits' },
  waitingColumn: { en: 'Waiting', fr: 'En attente' },
  imports: { en: 'Its imports', fr: 'Ses imports' },
  file: { en: 'File', fr: 'Fichier' },
  begun: { en: 'Begun', fr: 'Début' },
  kept: { en: 'Rows kept', fr: 'Lignes gardées' },
  rejected: { en: 'Rejected', fr: 'Rejetées' },
  waits: { en: 'What waits of it', fr: 'Ce qui en attend' },
  waitsNone: { en: 'Nothing of it waits.', fr: 'Rien n’en attend.' },
  toEvents: { en: 'Map it, or look at it', fr: 'Le rattacher, ou le regarder' },
  keys: { en: 'Its write keys', fr: 'Ses clés d’écriture' },
  keyName: { en: 'Name', fr: 'Nom' },
  keyStart: { en: 'Begins with', fr: 'Commence par' },
  keyUsed: { en: 'Last used', fr: 'Dernier usage' },
  revoked: { en: 'revoked', fr: 'révoquée' },
})
