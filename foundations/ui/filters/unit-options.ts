import type { FilterOption } from './filter-menu.tsx'

export interface UnitNode {
  readonly key: string
  readonly name: string
  readonly parent?: string | undefined
}

/** Units as a tree read from top to bottom; one whose parent is missing stands at the top. */
export function unitOptions(units: readonly UnitNode[], allUnits: string): readonly FilterOption[] {
  const keys = new Set(units.map((unit) => unit.key))
  const under = (parent: string | undefined, depth: number): FilterOption[] =>
    units
      .filter((unit) => (unit.parent && keys.has(unit.parent) ? unit.parent : undefined) === parent)
      .flatMap((unit) => [{ value: unit.key, label: unit.name, depth }, ...under(unit.key, depth + 1)])
  return [{ value: undefined, label: allUnits }, ...under(undefined, 0)]
}
