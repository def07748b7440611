import { z } from 'zod'
import type { Locale } from './locale.contract.ts'

/** Where a request does not fit, and what is expected there. */
export interface InputIssue {
  readonly path: string
  readonly message: string
}

interface SchemaIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]
}

const secretNames = /password|secret|token/i
const valueLengthMax = 60

export function inputIssues(issues: readonly SchemaIssue[], input: unknown, locale: Locale): InputIssue[] {
  return issues.map((issue) => {
    const keys = (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step))
    const value = valueAt(input, keys)
    return { path: pathText(keys), message: `${shown(value, keys)}${expectation(issue, value, locale)}` }
  })
}

/** One line for the sentence of the problem. */
export function issuesSentence(issues: readonly InputIssue[]): string {
  return issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
}

function pathText(keys: readonly PropertyKey[]): string {
  const text = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return text.replace(/^\./, '')
}

function valueAt(input: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  )
}

function shown(value: unknown, keys: readonly PropertyKey[]): string {
  const secret = keys.some((key) => secretNames.test(String(key)))
  if (secret || value === undefined || (typeof value === 'object' && value !== null)) return ''
  const text = JSON.stringify(value)
  return `${text.length > valueLengthMax ? `${text.slice(0, valueLengthMax)}…` : text} — `
}

const messages = { en: z.locales.en().localeError, fr: z.locales.fr().localeError }

/** Messages written in a schema stay as written; those of the library are said in the language of the caller. */
function expectation(issue: SchemaIssue, value: unknown, locale: Locale): string {
  const raw = { ...issue, input: value } as Parameters<typeof messages.en>[0]
  const said = (language: Locale) => {
    const message = messages[language](raw)
    return typeof message === 'object' ? message?.message : message
  }
  return said('en') === issue.message ? (said(locale) ?? issue.message) : issue.message
}
