import { expect, it } from 'vitest'
import { sayer } from './sayer.ts'

const table = {
  hello: { en: 'Good morning, {name}', fr: 'Bonjour, {name}' },
  answers: {
    en: { one: 'One answer', other: '{count} answers' },
    fr: { one: '{count} réponse', many: '{count} de réponses', other: '{count} réponses' },
  },
} as const

it('[FMT-8] a sentence takes its values, and the form by number of its language', () => {
  const [en, fr] = [sayer(table, 'en'), sayer(table, 'fr')]
  expect(en('hello', { name: 'Ada' })).toBe('Good morning, Ada')
  expect([0, 1, 2].map((count) => en('answers', { count }))).toEqual(['0 answers', 'One answer', '2 answers'])
  expect([0, 1, 2, 1e6].map((count) => fr('answers', { count }))).toEqual([
    '0 réponse',
    '1 réponse',
    '2 réponses',
    '1000000 de réponses',
  ])
})

it('[FMT-8] a value that is not given leaves its place to be seen', () => {
  expect(sayer(table, 'en')('hello')).toBe('Good morning, {name}')
})
