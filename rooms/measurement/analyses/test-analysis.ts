/** Twice a number. */
export function doubled(value: number): number {
  if (Number.isNaN(value)) throw new RangeError('There is nothing to double.')
  return 2 * value
}

/** Never comes to an end. */
export function endless(): null {
  for (;;) Math.random()
}
