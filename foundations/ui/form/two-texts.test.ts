import { expect, it } from 'vitest'
import { oneText, twoTexts } from './two-texts.ts'

it('[UI-70] a text in both languages comes back as it was', () => {
  const text = { en: 'One call', fr: 'Un appel' }
  expect(oneText(twoTexts(text))).toEqual(text)
  expect(oneText(twoTexts('Marketing'))).toBe('Marketing')
})

it('[UI-70] one field left empty makes one text for all, two make none', () => {
  expect(oneText({ en: ' Wi-Fi ', fr: '' })).toBe('Wi-Fi')
  expect(oneText({ en: '', fr: '  ' })).toBeUndefined()
})
