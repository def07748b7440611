import type { Measure } from '../contract.ts'
import type { MoneyKind } from '../purchases/customer-purchases.ts'
import type { Acquisition } from './acquisition.contract.ts'
import type { AcquisitionFound } from './acquisition-of-people.ts'
import { acquisitionFinding } from './acquisition-said.ts'

interface AcquisitionToTell {
  readonly measure: Measure
  readonly arrival: string | null
  readonly value: MoneyKind | null
  readonly values: readonly string[]
  readonly days: number
}

/** What acquiring and keeping people costs and brings, as it crosses the door. */
export function toldAcquisition(found: AcquisitionFound, asked: AcquisitionToTell): Acquisition {
  const { measure, arrival, value, values, days } = asked
  const told = {
    ...found,
    ways: [...found.ways],
    levels: [...found.levels],
    measure: { key: measure.key, name: measure.name },
    ...{ arrival, days, values: [...values] },
    value: { kind: value?.kind ?? '', currency: value?.currency ?? 'EUR' },
  }
  return { ...told, finding: acquisitionFinding(told) }
}
