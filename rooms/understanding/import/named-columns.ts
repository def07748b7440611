import type { Lookup, Quantity, Stated, When } from './cell-lookup.ts'

/** Columns in the braces of a template. */
export function columnsOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, column]) => column!)
}

export function columnsOfLookup(lookup: Lookup | undefined): string[] {
  if (lookup === undefined) return []
  if (typeof lookup === 'string') return [lookup]
  if ('text' in lookup) return columnsOf(lookup.text)
  return 'column' in lookup ? [lookup.column] : []
}

export function columnsOfStated(stated: Stated | undefined): string[] {
  return typeof stated === 'object' ? [stated.column] : []
}

export function columnsOfQuantity(quantity: Quantity | undefined): string[] {
  if (quantity === undefined || typeof quantity === 'number') return []
  if (typeof quantity === 'string') return [quantity]
  if ('difference' in quantity) return [quantity.difference.from, quantity.difference.to].flatMap(columnsOf)
  const { plus, minus, per } = quantity
  return [...plus, ...minus, ...(per ? [...per.plus, ...per.minus] : [])]
}

export function columnsOfWhen(when: When | undefined): string[] {
  return when === undefined ? [] : [when].flat().map(({ column }) => column)
}
