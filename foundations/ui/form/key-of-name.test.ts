import { expect, it } from 'vitest'
import { keyOfName } from './key-of-name.ts'

it('[UI-71] a key is made of a name without accents, spaces or signs', () => {
  expect(keyOfName('  Première utilisation (à domicile) ')).toBe('premiere-utilisation-a-domicile')
})
