import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reason, reasonIn } from './row-reasons.ts'

it('[UND-163] a reason is told in French with what differs from row to row, and with its file', () => {
  const told = (text: string) => reasonIn(text, 'fr').replaceAll('\u202f', ' ')
  expect(told(reason('offScale', { low: 1, high: 5 }))).toMatch(/^est hors de l’échelle de 1 à 5 ;/)
  expect(told(`${reason('ragged', { cells: 3, names: 5 })} (in "a.csv")`)).toMatch(
    /^a 3 cellules là où l’en-tête en a 5 ;.* \(dans « ?a\.csv ?»\)$/,
  )
  expect(told(reason('noObject', { example: '{"day": 1}' }))).toContain('comme {"day": 1}')
  expect(told(reason('notADate', { styles: 'dd/MM/yyyy or yyyy-MM-dd' }))).toContain(
    'dd/MM/yyyy or yyyy-MM-dd',
  )
})

it('[UND-163] what nobody knows, and English, stay as they are', () => {
  expect(reasonIn('is odd', 'fr')).toBe('is odd')
  expect(reasonIn(reason('future'), 'en')).toBe('lies in the future')
})

it('[UND-163] no reader writes a reason of its own', () => {
  const readers = readdirSync(import.meta.dirname).filter((file) => /^(?!.*test).*\.ts$/.test(file))
  const own = readers.filter((file) =>
    /reason: ['`](is|has|lies|does) /.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
  )
  expect(own).toEqual([])
})
