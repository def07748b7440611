import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const annotationsWords = defineWords('annotations', {
  title: { en: 'What happened', fr: 'Ce qui s’est passé' },
  note: {
    en: 'Campaigns, incidents and cycles, told beside what changed at their place and time; that is no proof of cause',
    fr: 'Campagnes, incidents et cycles, dits à côté de ce qui a changé à leur endroit et moment ; ce n’est pas une preuve de cause',
  },
  none: { en: 'Nothing is written down yet.', fr: 'Rien n’est encore noté.' },
  add: { en: 'Add what happened', fr: 'Ajouter ce qui s’est passé' },
  name: { en: 'Name', fr: 'Nom' },
  key: { en: 'Key', fr: 'Clé' },
  kind: { en: 'Kind', fr: 'Nature' },
  campaign: { en: 'campaign', fr: 'campagne' },
  incident: { en: 'incident', fr: 'incident' },
  cycle: { en: 'cycle of improvement', fr: 'cycle d’amélioration' },
  other: { en: 'other', fr: 'autre' },
  from: { en: 'First day', fr: 'Premier jour' },
  to: { en: 'Last day', fr: 'Dernier jour' },
  touchpoints: { en: 'Touchpoints (all where empty)', fr: 'Points de contact (tous si vide)' },
  units: { en: 'Units (all where empty)', fr: 'Unités (toutes si vide)' },
  days: { en: '{from} – {to}', fr: 'du {from} au {to}' },
})
