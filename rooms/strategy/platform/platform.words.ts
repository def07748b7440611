import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const platformWords = defineWords('platform', {
  crumb: { en: 'The experience platform', fr: 'La plateforme d’expérience' },
  ambition: { en: 'Ambition', fr: 'Ambition' },
  intended: { en: 'The experience we intend', fr: 'L’expérience que nous voulons' },
  pillars: { en: 'Pillars', fr: 'Piliers' },
  charter: { en: 'The relational charter', fr: 'La charte relationnelle' },
  toCustomers: { en: 'We commit to customers', fr: 'Nous nous engageons envers les clients' },
  toEmployees: { en: 'We commit to employees', fr: 'Nous nous engageons envers les collaborateurs' },
  principles: { en: 'Principles', fr: 'Principes' },
  print: { en: 'Print', fr: 'Imprimer' },
  none: { en: 'The platform is not written yet', fr: 'La plateforme n’est pas encore écrite' },
  noneText: {
    en: 'It says what experience you intend: an ambition, pillars with their attributes, principles. Write it in experience.yaml.',
    fr: 'Elle dit l’expérience que vous voulez : une ambition, des piliers et leurs attributs, des principes. Écrivez-la dans experience.yaml.',
  },
  write: { en: 'Write it', fr: 'L’écrire' },
  title: { en: 'Platform', fr: 'Plateforme' },
})
