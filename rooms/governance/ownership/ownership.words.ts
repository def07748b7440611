import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const ownershipWords = defineWords('ownership', {
  title: { en: 'Ownership', fr: 'Responsables' },
  allOwned: {
    en: 'Every touchpoint and every standard has an owner.',
    fr: 'Chaque point de contact et chaque standard a un responsable.',
  },
  unownedTouchpoints: {
    en: { one: 'One touchpoint has no owner', other: '{number} touchpoints have no owner' },
    fr: {
      one: 'Un point de contact est sans responsable',
      other: '{number} points de contact sont sans responsable',
    },
  },
  unownedStandards: {
    en: { one: 'one standard has none', other: '{inner} standards have none' },
    fr: { one: 'un standard n’en a pas', other: '{inner} standards n’en ont pas' },
  },
  unownedStandardsAlone: {
    en: { one: 'One standard has no owner', other: '{number} standards have no owner' },
    fr: { one: 'Un standard est sans responsable', other: '{number} standards sont sans responsable' },
  },
  note: {
    en: 'Who answers for what: touchpoints and standards by team.',
    fr: 'Qui répond de quoi : points de contact et standards par équipe.',
  },
  nobody: { en: 'Nobody', fr: 'Personne' },
  nobodyNote: { en: 'Give each of these to a team.', fr: 'Confiez chacun à une équipe.' },
  touchpoints: { en: 'Touchpoints', fr: 'Points de contact' },
  standards: { en: 'Standards', fr: 'Standards' },
  nothing: { en: 'owns nothing yet', fr: 'ne répond encore de rien' },
  promised: { en: 'promised', fr: 'promis' },
  empty: { en: 'Nothing to own yet', fr: 'Rien encore à confier' },
  emptyText: {
    en: 'Describe touchpoints and standards, in experience.yaml or one by one, and see here who answers for them.',
    fr: 'Décrivez points de contact et standards, dans experience.yaml ou un à un : vous verrez ici qui en répond.',
  },
  apply: { en: 'Apply experience.yaml', fr: 'Appliquer experience.yaml' },
})
