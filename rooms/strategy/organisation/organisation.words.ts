import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const organisationWords = defineWords('organisation', {
  title: { en: 'Organisation', fr: 'Organisation' },
  note: {
    en: 'Teams own things; units are the places where experience happens.',
    fr: 'Les équipes sont responsables ; les unités sont les lieux où se vit l’expérience.',
  },
  teams: { en: 'Teams', fr: 'Équipes' },
  units: { en: 'Units', fr: 'Unités' },
  teamCount: {
    en: { one: 'One team', other: '{count} teams' },
    fr: { one: 'Une équipe', other: '{count} équipes' },
  },
  unitCount: {
    en: { one: 'One unit', other: '{count} units' },
    fr: { one: 'Une unité', other: '{count} unités' },
  },
  name: { en: 'Name', fr: 'Nom' },
  key: { en: 'Key', fr: 'Clé' },
  keyRule: {
    en: 'Lower-case letters, digits and hyphens; it does not change afterwards.',
    fr: 'Minuscules sans accent, chiffres et traits d’union ; elle ne change plus ensuite.',
  },
  belongsTo: { en: 'Belongs to', fr: 'Appartient à' },
  nothing: { en: 'Nothing above', fr: 'Rien au-dessus' },
  addTeam: { en: 'Add a team', fr: 'Ajouter une équipe' },
  addUnit: { en: 'Add a unit', fr: 'Ajouter une unité' },
  noTeam: { en: 'No team yet.', fr: 'Pas encore d’équipe.' },
  noUnit: { en: 'No unit yet.', fr: 'Pas encore d’unité.' },
})
