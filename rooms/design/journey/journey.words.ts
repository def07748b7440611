import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const journeyWords = defineWords('journey', {
  title: { en: 'Journeys', fr: 'Parcours' },
  crumb: { en: 'As designed', fr: 'Tels que conçus' },
  intro: {
    en: 'Stages are bars of the score; buying is a beginning.',
    fr: 'Les étapes sont les mesures de la partition ; l’achat est un début.',
  },
  customers: { en: 'Customers', fr: 'Clients' },
  prospects: { en: 'Prospects', fr: 'Prospects' },
  employees: { en: 'Employees', fr: 'Collaborateurs' },
  moment: { en: 'moment of truth', fr: 'moment de vérité' },
  noPromise: { en: 'nothing promised', fr: 'rien de promis' },
  noTouchpoint: { en: 'No touchpoint yet', fr: 'Pas encore de point de contact' },
  ownedBy: { en: 'Owner: {team}', fr: 'Responsable : {team}' },
  none: { en: 'No journey is written yet', fr: 'Aucun parcours n’est encore écrit' },
  noneText: {
    en: 'A journey says what people go through, stage by stage, and at which touchpoints. Write it in experience.yaml.',
    fr: 'Un parcours dit ce que les gens traversent, étape par étape, et à quels points de contact. Écrivez-le dans experience.yaml.',
  },
  write: { en: 'Write it', fr: 'L’écrire' },
})
