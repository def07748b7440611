import type { ScaleItem, ScaleQuality } from './scale-quality.contract.ts'

/** Adjusted p below which groups are told apart. */
export const toldApart = 0.05
/** Points of 100 from which on a difference matters. */
const matters = 3

/** Questions that a group answers otherwise by enough to matter, those that differ most first. */
export function biasedItems({ items }: Pick<ScaleQuality, 'items'>): ScaleItem[] {
  const most = ({ shifts }: ScaleItem) => Math.max(0, ...shifts.map(({ value }) => Math.abs(value)))
  return items
    .filter((item) => item.p !== null && item.p < toldApart && most(item) >= matters)
    .sort((a, b) => most(b) - most(a))
}
