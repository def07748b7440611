const MAX_STEPS = 400

/**
 * The x ≥ 0 at which a distribution function reaches `p`, by bisection on a doubling bracket; `upper` gives the tail beyond x without loss of digits.
 *
 * Below one half the lower tail is compared, above it the upper one, so both ends keep their digits. NaN for p outside 0–1.
 */
export function quantileSearch(
  p: number,
  tails: { readonly lower: (x: number) => number; readonly upper: (x: number) => number },
  largest = Number.POSITIVE_INFINITY,
): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0) return 0
  if (p === 1) return largest
  const isBelow = (x: number) => (p < 0.5 ? tails.lower(x) < p : tails.upper(x) > 1 - p)
  let [low, high] = [0, Math.min(1, largest)]
  while (high < largest && isBelow(high)) [low, high] = [high, Math.min(2 * high, largest)]
  for (let step = 0; step < MAX_STEPS; step++) {
    const middle = low === 0 ? high / 2 : Math.sqrt(low * high)
    if (middle <= low || middle >= high) break
    if (isBelow(middle)) low = middle
    else high = middle
  }
  return high
}
