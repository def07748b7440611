import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fileKind } from './file-kind.ts'
import { fileReason, fileReasonIn } from './file-reasons.ts'

const told = (text: string) => fileReasonIn(text, 'fr').replaceAll('\u202f', ' ')

it('[UND-167] why a file cannot be read is told in French, with its names and numbers', () => {
  expect(told(fileReason('columnTwice', { name: 'note' }))).toBe(
    'Deux colonnes s’appellent « note ». Renommez l’une d’elles.',
  )
  expect(told(fileReason('columnMissingIn', { part: 'a.csv', columns: '"day", "who"', names: 'x, y' }))).toBe(
    'Dans « a.csv » : la correspondance cite "day", "who", que le fichier n’a pas. Ses colonnes sont : x, y.',
  )
  expect(told(fileReason('correctedSince', { imports: 'one, two' }))).toContain(
    'corrigées depuis par one, two',
  )
  expect(told(fileReason('joinedTwice', { name: 'city' }))).toContain('columns: { city: … }')
})

it('[UND-167] a kind of file that is of no use is named in French, with what to do instead', () => {
  const pdf = fileKind(Buffer.from('%PDF-1.7'), { wide: false })
  if (typeof pdf === 'string') throw new Error(pdf)
  expect(told(fileReason('unfit', { kind: pdf.unfit }))).toBe(
    'Le fichier est un PDF ; demandez la table dont il vient.',
  )
  const binary = fileKind(new Uint8Array([1, 0, 2]), { wide: false })
  if (typeof binary === 'string') throw new Error(binary)
  expect(told(fileReason('unfitWithin', { kind: binary.unfit }))).toContain('binaire et d’aucun type connu')
})

it('[UND-167] English, and what nobody knows, stay as they are', () => {
  expect(fileReasonIn(fileReason('empty'), 'en')).toBe(
    'The file is empty. Give one whose first row names its columns.',
  )
  expect(fileReasonIn('Something odd happened.', 'fr')).toBe('Something odd happened.')
})

it('[UND-167] no reader writes a reason of its own', () => {
  const folders = [import.meta.dirname, `${import.meta.dirname}/proposal`]
  const own = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.includes('test'))
      .filter((file) =>
        /new UnreadableFile\(\s*['"`][A-Z"$]/.test(readFileSync(`${folder}/${file}`, 'utf8')),
      ),
  )
  expect(own).toEqual([])
})
