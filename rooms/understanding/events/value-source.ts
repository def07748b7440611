import { createHash } from 'node:crypto'
import { z } from 'zod'

/** An object of JSON, as programs send it. */
export type JsonObject = { readonly [name: string]: unknown }

/** Where a value stands in an event. */
export const Place = z
  .string()
  .regex(/^[^.\s[\]]+(\.[^.[\]]+)*$/, 'write names of fields with points between, e.g. properties.total')
  .describe('Names of fields with points between: `properties.total`, `context.page.path`.')

const From = z
  .union([Place, z.array(Place).min(1)])
  .describe('Where the value stands in the event; of several places the first that holds one.')

const FromEvent = z.strictObject({
  from: From,
  values: z.record(z.string(), z.string()).optional().describe('What each value stands for.'),
  otherwise: z.string().optional().describe('What stands where there is no value, or no other given for it.'),
  as: z
    .enum(['key', 'pseudonym'])
    .optional()
    .describe(
      '`key` writes it in lower-case letters, digits and hyphens; `pseudonym` puts an irreversible name in its place.',
    ),
})

/** A text: always the same, or taken from the event. */
export const TextSource = z.union([z.string(), FromEvent])
export type TextSource = z.infer<typeof TextSource>

/** A number: always the same, or taken from the event. */
export const NumberSource = z.union([
  z.number(),
  z.strictObject({
    from: From,
    times: z.number().default(1).describe('Factor, such as -1 for what is given back or 0.01 for cents.'),
  }),
])
export type NumberSource = z.infer<typeof NumberSource>

export type TextReader = (event: JsonObject) => string
export type NumberReader = (event: JsonObject) => number | null

/** The text that a source gives for an event; empty where the event has none. */
export function textReader(source: TextSource | undefined, otherwise: TextReader = () => ''): TextReader {
  if (source === undefined) return otherwise
  if (typeof source === 'string') return () => source
  const read = firstReader(source.from, textOf)
  const { values, as, otherwise: rest } = source
  const named = (text: string) => (values ? (values[text] ?? rest ?? text) : text)
  return (event) => {
    const text = read(event)
    return text === null ? (rest ?? '') : shaped(named(text), as)
  }
}

/** The number that a source gives for an event; null where the event has none. */
export function numberReader(source: NumberSource | undefined): NumberReader {
  if (source === undefined) return () => null
  if (typeof source === 'number') return () => source
  const read = firstReader(source.from, numberOf)
  const { times } = source
  return (event) => {
    const number = read(event)
    return number === null ? null : numberOf(number * times)
  }
}

/** What stands at a place such as `properties.total`; undefined where there is nothing. */
export function placeReader(path: string): (event: JsonObject) => unknown {
  const names = path.split('.')
  return (event) => {
    let value: unknown = event
    for (const name of names) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
      value = (value as JsonObject)[name]
    }
    return value
  }
}

function firstReader<Value>(from: string | readonly string[], valueFrom: (value: unknown) => Value | null) {
  const readers = (typeof from === 'string' ? [from] : from).map(placeReader)
  return (event: JsonObject): Value | null => {
    for (const read of readers) {
      const value = valueFrom(read(event))
      if (value !== null) return value
    }
    return null
  }
}

/** A scalar as text; null for what is no text, no number and no yes or no. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return null
}

/** A finite number, written as a number or as its text; null otherwise. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function shaped(text: string, as: 'key' | 'pseudonym' | undefined): string {
  if (as === 'key') return keyOf(text)
  if (as === 'pseudonym') return `p-${createHash('sha256').update(text).digest('hex').slice(0, 20)}`
  return text
}

/** "Rue de Sèvres" → `rue-de-sevres`. */
export function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '')
}
