import { expect, it } from 'vitest'
import type { MappingDraft } from './draft.contract.ts'
import { draftMapping } from './draft-mapping.ts'
import { readMapping } from './read-mapping.ts'

const blank: MappingDraft = {
  name: 'Waiting room',
  source: 'waiting-room',
  population: 'customers',
  file: {},
  day: '2026-03-01',
  columns: [],
}

function written(draft: Partial<MappingDraft>) {
  const read = readMapping(draftMapping({ ...blank, ...draft }), 'en')
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join('; '))
  return read.mapping
}

it('[UND-120] columns set right become the mapping that reads them', () => {
  const mapping = written({
    population: 'employees',
    file: { delimiter: ';', encoding: 'windows-1252', decimal: ',', headerRows: 2 },
    columns: [
      { column: 'No', role: 'response' },
      { column: 'Le', role: 'date', formats: ['dd/MM/yyyy'] },
      { column: 'Site', role: 'unit' },
      { column: 'Sexe', role: 'segment', key: 'gender' },
      { column: 'Reco', role: 'score', key: 'visit', kind: 'nps', scale: { low: 0, high: 10 } },
      { column: 'Propreté', role: 'score', key: 'room', scale: { low: 1, high: 5 }, notGiven: [6] },
      { column: 'Accueil', role: 'score', key: 'desk', scale: { low: 1, high: 5 }, notGiven: [6] },
      { column: 'Mot', role: 'verbatim', key: 'visit' },
      { column: 'Attente', role: 'outcome', key: 'wait' },
    ],
  })
  expect(mapping).toMatchObject({
    population: 'employees',
    file: { delimiter: ';', encoding: 'windows-1252', decimal: ',', headerRows: 2 },
    row: {
      id: '{No}',
      date: { text: '{Le}', format: 'dd/MM/yyyy' },
      unit: 'Site',
      segments: { gender: 'Sexe' },
    },
    answers: [
      { kind: 'nps', scale: { low: 0, high: 10 }, columns: { Reco: 'visit' } },
      { kind: 'csat', notGiven: [6], columns: { Propreté: 'room', Accueil: 'desk' } },
    ],
    comments: [{ column: 'Mot', touchpoint: 'visit' }],
    outcomes: [{ kind: 'wait', value: 'Attente' }],
  })
})

it('[UND-120] without a date all rows have the day given, and days alone stand in its month', () => {
  const score = { column: 'Note', role: 'score' as const }
  expect(written({ columns: [score] }).row?.date.text).toBe('2026-03-01')
  const days = written({ columns: [score, { column: 'Jour', role: 'date', formats: ['d'] }] })
  expect(days.row?.date).toMatchObject({ text: '2026-03-{Jour}', format: 'yyyy-MM-d' })
})

it('[UND-120] where the row says what its score is about, it tells rows apart as well', () => {
  const mapping = written({
    columns: [
      { column: 'Dossier', role: 'response' },
      { column: 'Sujet', role: 'touchpoint' },
      { column: 'Note', role: 'score' },
    ],
  })
  expect(mapping.row?.id).toBe('{Dossier}-{Sujet}')
  expect(mapping.answers[0]).toMatchObject({ touchpoint: 'Sujet' })
})

it('[UND-120] boxes of one question are one question', () => {
  const box = { role: 'check-all' as const, group: 'Q2', key: 'visit' }
  const mapping = written({
    columns: [
      { ...box, column: 'Q2 parking' },
      { ...box, column: 'Q2 café' },
    ],
  })
  expect(mapping.choices).toMatchObject([
    { name: 'q2', touchpoint: 'visit', columns: { 'Q2 parking': 'q2-parking', 'Q2 café': 'q2-cafe' } },
  ])
})
