import type { z } from 'zod'
import { closestKey } from './closest-key.ts'
import { type Bilingual, type FindingDraft, shown, suggestion } from './finding-draft.ts'
import { type ValuePath, valueAtPath } from './path-pattern.ts'
import { fieldNamesAt } from './schema-walk.ts'
import { isToldFault, type ToldFault } from './told-fault.ts'

type Issue = z.core.$ZodIssue

/** What a document must be, and what it is. */
export interface Shape {
  readonly schema: z.ZodType
  readonly value: unknown
  /** What people call the document. */
  readonly documentName: string
}

/** Every place where a value does not fit its schema. */
export function shapeDrafts(shape: Shape): FindingDraft[] {
  const { error } = shape.schema.safeParse(shape.value)
  return (error?.issues ?? []).flatMap((issue) => draftsOf(issue, shape))
}

function draftsOf(issue: Issue, shape: Shape): FindingDraft[] {
  const path = issue.path as (string | number)[]
  const written = (valueAtPath(shape.value, path) ?? null) !== null
  if (issue.code === 'invalid_union' && written) return draftsOfUnion(issue, path, shape)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => unknownField([...path, name], fieldNamesAt(shape.schema, path)))
  return [{ path, ...wordingOf(issue, valueAtPath(shape.value, path), shape.documentName) }]
}

/** Of several shapes allowed, tells what is wrong with the one that was meant. */
function draftsOfUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: ValuePath,
  shape: Shape,
): FindingDraft[] {
  const meant = issue.errors.find((issues) =>
    issues.some(({ code, path: deeper }) => !isWrongKind(code, deeper)),
  )
  if (!meant) return [{ path, ...notText(valueAtPath(shape.value, path)) }]
  return meant.flatMap((inner) => draftsOf({ ...inner, path: [...path, ...inner.path] } as Issue, shape))
}

const isWrongKind = (code: string, path: readonly unknown[]) => code === 'invalid_type' && path.length === 0

type Wording = Pick<FindingDraft, 'message' | 'hint'>

function unknownField(path: ValuePath, known: readonly string[]): FindingDraft {
  const name = String(path[path.length - 1])
  const none = { en: 'Remove it.', fr: 'Retirez-le.' }
  return {
    path,
    atName: true,
    message: { en: `there is no field "${name}" here`, fr: `il n’y a pas de champ « ${name} » ici` },
    hint: suggestion(closestKey(name, known), known, none),
  }
}

function wordingOf(issue: Issue, value: unknown, documentName: string): Wording {
  const name = shown(issue.path[issue.path.length - 1] ?? documentName)
  if (value === undefined) return missing(name)
  if (value === null) return empty(name)
  if (issue.code === 'invalid_type') return wrongKind(issue.expected, value)
  if (issue.code === 'invalid_value') return notAmong(issue.values.map(String), value)
  if (issue.code === 'custom' && isToldFault(issue.params)) return toldOf(issue.params)
  if (issue.code === 'too_small' && value === '') return empty(name)
  if (issue.code === 'invalid_format' && issue.format === 'regex') return notKey(shown(value))
  return {
    message: {
      en: `"${shown(value)}" does not fit: ${issue.message}`,
      fr: `« ${shown(value)} » ne convient pas : ${issue.message}`,
    },
    hint: { en: 'Correct this value.', fr: 'Corrigez cette valeur.' },
  }
}

function toldOf({ en, fr }: ToldFault): Wording {
  return { message: { en: en.message, fr: fr.message }, hint: { en: en.hint, fr: fr.hint } }
}

function notKey(value: string): Wording {
  const example = keyFrom(value)
  return {
    message: { en: `"${value}" is not a key`, fr: `« ${value} » n’est pas une clé` },
    hint: {
      en: `Use lower-case letters, digits and hyphens, e.g. "${example}".`,
      fr: `Employez des minuscules sans accent, des chiffres et des traits d’union, par exemple « ${example} ».`,
    },
  }
}

/** A key that resembles a name: "Wi-Fi à bord" gives "wi-fi-a-bord". */
function keyFrom(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const key = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return key.slice(0, 63) || 'a-key'
}

function missing(name: string): Wording {
  return {
    message: { en: `"${name}" is missing`, fr: `« ${name} » manque` },
    hint: { en: `Add "${name}: …".`, fr: `Ajoutez « ${name}: … ».` },
  }
}

function empty(name: string): Wording {
  return {
    message: { en: `"${name}" is empty`, fr: `« ${name} » est vide` },
    hint: { en: 'Give it a value, or remove the field.', fr: 'Donnez-lui une valeur, ou retirez le champ.' },
  }
}

const kinds: Readonly<Record<string, Bilingual>> = {
  string: { en: 'a text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  int: { en: 'a whole number', fr: 'un nombre entier' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  array: { en: 'a list', fr: 'une liste' },
  object: { en: 'an object with fields', fr: 'un objet avec des champs' },
}

const examples: Readonly<Record<string, Bilingual>> = {
  string: { en: 'Put it between quotes.', fr: 'Mettez-le entre guillemets.' },
  number: {
    en: 'Write a number with a point, e.g. 0.8.',
    fr: 'Écrivez un nombre avec un point, par exemple 0.8.',
  },
  array: { en: 'Begin each item with "- ".', fr: 'Commencez chaque élément par « - ».' },
  object: { en: 'Write its fields below, indented.', fr: 'Écrivez ses champs en dessous, en retrait.' },
}

function wrongKind(expected: string, value: unknown): Wording {
  const kind = kinds[expected] ?? { en: expected, fr: expected }
  return {
    message: { en: `"${shown(value)}" is not ${kind.en}`, fr: `« ${shown(value)} » n’est pas ${kind.fr}` },
    hint: examples[expected] ?? { en: `Write ${kind.en}.`, fr: `Écrivez ${kind.fr}.` },
  }
}

function notText(value: unknown): Wording {
  return {
    message: { en: `"${shown(value)}" is not a text`, fr: `« ${shown(value)} » n’est pas un texte` },
    hint: {
      en: 'Write one text for all languages, or { en: …, fr: … }.',
      fr: 'Écrivez un texte pour toutes les langues, ou { en: …, fr: … }.',
    },
  }
}

function notAmong(allowed: readonly string[], value: unknown): Wording {
  return {
    message: { en: `"${shown(value)}" is not allowed here`, fr: `« ${shown(value)} » n’est pas admis ici` },
    hint: suggestion(closestKey(shown(value), allowed), allowed, { en: 'Remove it.', fr: 'Retirez-le.' }),
  }
}
