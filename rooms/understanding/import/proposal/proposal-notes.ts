import type { ColumnProposal } from '../../contract.ts'
import type { DateStyle } from './date-style.ts'
import type { Said } from './said.ts'
import type { SampledColumns } from './sampled-columns.ts'

export interface DatedColumn {
  readonly column: string
  readonly style: DateStyle
}

/** What whoever brings the file should look at before it is imported. */
export function proposalWarnings(
  { columns, file }: SampledColumns,
  proposals: readonly ColumnProposal[],
  dated: readonly DatedColumn[],
): Said[] {
  const names = columns.map(({ name }) => name)
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  const quantities = proposals.filter(({ role }) => role === 'outcome').length
  const boxes = proposals.filter(({ role }) => role === 'check-all').length
  return [
    ...(file.headerRows === 0 ? [headerless] : []),
    ...(twice === undefined ? [] : [twiceNamed(twice)]),
    ...dated.filter(({ style }) => style.order === 'two styles').map(({ column }) => twoStyles(column)),
    ...(quantities > 0 ? [leftOut(quantities, { en: 'quantities', fr: 'des quantités' })] : []),
    ...(boxes > 0 ? [leftOut(boxes, { en: 'boxes that are ticked', fr: 'des cases à cocher' })] : []),
  ]
}

/** What only a person can tell. */
export function proposalQuestions(
  proposals: readonly ColumnProposal[],
  dated: readonly DatedColumn[],
): Said[] {
  const has = (role: ColumnProposal['role']) => proposals.some((proposal) => proposal.role === role)
  const days = proposals.find(({ role, formats }) => role === 'date' && formats?.includes('d'))
  return [
    ...(has('score') ? [] : [noScore]),
    ...(has('date') ? [] : [noDate]),
    ...(days ? [dayAlone(days.column)] : []),
    ...dated.filter(({ style }) => style.order === 'unknown').map(({ column }) => whichFirst(column)),
    ...(has('person') || has('response') ? [] : [noPerson]),
  ]
}

const headerless: Said = {
  en: 'No row names the columns: they are called by their places, from "1" on.',
  fr: 'Aucune ligne ne nomme les colonnes : elles sont appelées par leur rang, à partir de « 1 ».',
}
const noScore: Said = {
  en: 'No column looks like an answer on a scale. Which one is, and on what scale?',
  fr: 'Aucune colonne ne ressemble à une réponse sur une échelle. Laquelle en est une, et sur quelle échelle ?',
}
const noDate: Said = {
  en: 'No column says when people answered; today stands in the mapping. When was it?',
  fr: 'Aucune colonne ne dit quand les gens ont répondu ; la correspondance porte la date du jour. Quand était-ce ?',
}
const noPerson: Said = {
  en: 'No column tells people or responses apart: each row stands for a person of its own. Is that so?',
  fr: 'Aucune colonne ne distingue les personnes ni les réponses : chaque ligne vaut pour une personne. Est-ce juste ?',
}

function twiceNamed(name: string): Said {
  return {
    en: `Two columns are called "${name}"; rename one of them before the import.`,
    fr: `Deux colonnes s’appellent « ${name} » ; renommez l’une d’elles avant l’import.`,
  }
}

function twoStyles(column: string): Said {
  return {
    en: `Dates are written in two styles in "${column}"; those that fit both are read by the first.`,
    fr: `Les dates de « ${column} » sont écrites dans deux styles ; celles qui conviennent aux deux sont lues selon le premier.`,
  }
}

function leftOut(count: number, what: Said): Said {
  return {
    en: `${count === 1 ? 'One column holds' : `${count} columns hold`} ${what.en}, which are no answers on a scale; the mapping leaves them out.`,
    fr: `${count === 1 ? 'Une colonne contient' : `${count} colonnes contiennent`} ${what.fr}, qui ne sont pas des réponses sur une échelle ; la correspondance les laisse de côté.`,
  }
}

function dayAlone(column: string): Said {
  return {
    en: `"${column}" holds days without a month. Correct the month and year of the date in the mapping.`,
    fr: `« ${column} » contient des jours sans mois. Corrigez le mois et l’année de la date dans la correspondance.`,
  }
}

function whichFirst(column: string): Said {
  return {
    en: `In "${column}" nothing shows whether the day or the month comes first; the day is taken. Is that so?`,
    fr: `Dans « ${column} », rien ne montre si le jour ou le mois vient d’abord ; le jour est retenu. Est-ce juste ?`,
  }
}
