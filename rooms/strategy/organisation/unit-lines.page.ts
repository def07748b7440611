import type { Unit } from '../contract.ts'

export interface UnitLine {
  readonly unit: Unit
  readonly depth: number
}

/** Units from top to bottom of their tree, each with its depth; one whose parent is missing stands at the top. */
export function unitLines(units: readonly Unit[]): readonly UnitLine[] {
  const keys = new Set(units.map((unit) => unit.key))
  const parentOf = (unit: Unit) => (unit.parent && keys.has(unit.parent) ? unit.parent : undefined)
  const under = (parent: string | undefined, depth: number): UnitLine[] =>
    units
      .filter((unit) => parentOf(unit) === parent)
      .flatMap((unit) => [{ unit, depth }, ...under(unit.key, depth + 1)])
  return under(undefined, 0)
}
