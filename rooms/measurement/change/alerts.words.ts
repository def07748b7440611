import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const alertsWords = defineWords('alerts', {
  title: { en: 'Alerts', fr: 'Alertes' },
  note: {
    en: 'What became worse lately, over all touchpoints and units; false alarms held at 5%',
    fr: 'Ce qui a empiré ces derniers temps, sur tous les points de contact et unités ; fausses alertes tenues à 5 %',
  },
  see: { en: 'Seen', fr: 'Vu' },
  seeOne: { en: 'I saw this: {said}', fr: 'J’ai vu ceci : {said}' },
  seenBy: { en: 'seen by {by} on {on}', fr: 'vue par {by} le {on}' },
  reopen: { en: 'Open again', fr: 'Rouvrir' },
})
