import { z } from 'zod'
import { fieldOf, type ValuePath } from './path-pattern.ts'

/** The schema inside the wrappers that say "may be absent" or "is filled in". */
export function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrapped(schema.def.innerType)
  return schema
}

/** The schema that a value at a path must fit; null where there is none. */
export function schemaAt(schema: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((within, step) => {
    const inner = unwrapped(within)
    if (inner instanceof z.ZodArray) return inner.element
    if (inner instanceof z.ZodObject) return fieldOf(inner.shape, step) ?? null
    return null
  }, schema)
}

/** Names of the fields that an object at a path may have. */
export function fieldNamesAt(schema: unknown, path: ValuePath): string[] {
  const at = unwrapped(schemaAt(schema, path))
  if (at instanceof z.ZodObject) return Object.keys(at.shape)
  if (at instanceof z.ZodUnion) return at.options.flatMap((option) => fieldNamesAt(option, []))
  return []
}
