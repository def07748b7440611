import type { Driver } from './drivers.contract.ts'

/** Digits behind the point that effects are written with: more where all of them are small. */
export function effectDigits(drivers: readonly Pick<Driver, 'effect'>[]): number {
  const most = Math.max(...drivers.map(({ effect }) => Math.abs(effect.value ?? 0)))
  return most < 0.1 ? 4 : 2
}
