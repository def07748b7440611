export const populationNames = ['customers', 'prospects', 'employees'] as const
export type PopulationName = (typeof populationNames)[number]

/** The four filters that live in the address of every page; what is absent is not restricted. */
export interface Filters {
  readonly period?: string | undefined
  readonly population?: PopulationName | undefined
  readonly segment?: string | undefined
  readonly unit?: string | undefined
}

const text = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined
}

/** Keeps of an address what is a filter; anything else is left out rather than refused. */
export function cleanFilters(search: Readonly<Record<string, unknown>>): Filters {
  const kept = {
    period: text(search.period),
    population: populationNames.find((name) => name === search.population),
    segment: text(search.segment),
    unit: text(search.unit),
  }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
}
