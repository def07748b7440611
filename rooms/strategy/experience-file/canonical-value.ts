import { z } from 'zod'
import { fieldOf } from '../../../foundations/yaml/path-pattern.ts'
import { unwrapped } from '../../../foundations/yaml/schema-walk.ts'

/**
 * A value as the canonical file states it: fields in the order of the schema, and nothing that the schema would fill
 * in by itself.
 */
export function canonicalValue(schema: unknown, value: unknown): unknown {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) return canonicalObject(inner.shape, value)
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => canonicalValue(inner.element, item))
  if (inner instanceof z.ZodUnion) return canonicalValue(optionFor(inner.options, value), value)
  return Object.is(value, -0) ? 0 : value
}

function canonicalObject(shape: Readonly<Record<string, unknown>>, value: unknown): Record<string, unknown> {
  const fields = Object.entries(shape).flatMap(([name, schema]) => {
    const field = fieldOf(value, name)
    if (field === undefined || isFilledIn(schema, field)) return []
    return [[name, canonicalValue(schema, field)] as const]
  })
  return Object.fromEntries(fields)
}

function isFilledIn(schema: unknown, value: unknown): boolean {
  if (!(schema instanceof z.ZodDefault)) return false
  return JSON.stringify(schema.def.defaultValue) === JSON.stringify(value)
}

function optionFor(options: readonly unknown[], value: unknown): unknown {
  return options.find((option) => option instanceof z.ZodType && option.safeParse(value).success)
}
