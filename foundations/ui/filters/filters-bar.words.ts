import { defineWords } from '../words/define-words.ts'

export const filterWords = defineWords('filters', {
  workspace: { en: 'Workspace', fr: 'Espace' },
  period: { en: 'Period', fr: 'Période' },
  population: { en: 'Population', fr: 'Population' },
  segment: { en: 'Segment', fr: 'Segment' },
  unit: { en: 'Unit', fr: 'Unité' },
  latest: { en: 'Latest quarter', fr: 'Dernier trimestre' },
  everything: { en: 'All answers', fr: 'Toutes les réponses' },
  all: { en: 'All', fr: 'Tous' },
  allUnits: { en: 'All units', fr: 'Toutes les unités' },
  customers: { en: 'Customers', fr: 'Clients' },
  prospects: { en: 'Prospects', fr: 'Prospects' },
  employees: { en: 'Employees', fr: 'Employés' },
  against: { en: '{period} against {before}', fr: '{period}, face à {before}' },
  noPeriods: { en: 'No answers yet', fr: 'Pas encore de réponses' },
  filters: { en: 'Filters', fr: 'Filtres' },
  search: { en: 'Find…', fr: 'Chercher…' },
})
