import type { Filters } from '../../../foundations/ui/filters/filters.ts'

/** What screens begin with for a member: the unit they work in. */
export function ownFilters({ unit }: { readonly unit: string | null }): Filters {
  return unit === null ? {} : { unit }
}
