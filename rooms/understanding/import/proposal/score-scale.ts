/** A scale that numbers of a battery of questions were given on, and the codes among them that are no answer. */
export interface ScoreScale {
  readonly low: number
  readonly high: number
  readonly notGiven: readonly number[]
}

const nextTo99 = [88, 89, 97, 98, 99, 888, 997, 998, 999, 9999]

/** Scale behind the values that several columns hold together; null where they are no scores. */
export function scoreScale(shares: ReadonlyMap<number, number>): ScoreScale | null {
  const values = [...shares.keys()].sort((left, right) => left - right)
  if (!values.every(Number.isInteger)) return null
  if (isPercent(values)) return { low: 0, high: 100, notGiven: [] }
  const outside = values.filter((value) => nextTo99.includes(value) || value < -3)
  const inside = values.filter((value) => !outside.includes(value))
  const [low, high] = [inside[0], inside.at(-1)]
  if (low === undefined || high === undefined || high > 11 || inside.length < 4) return null
  const { scale, codes } = scaleBetween(low, high, shares)
  const onScale = inside.filter(
    (value) => value >= scale[0] && value <= scale[1] && shares.get(value)! >= 0.01,
  )
  if (onScale.length < 4) return null
  return {
    low: scale[0],
    high: scale[1],
    notGiven: [...codes.filter((code) => shares.has(code)), ...outside],
  }
}

/** Ratings of 0 to 100 in equal steps, such as 0, 20, 40 … 100. */
function isPercent(values: readonly number[]): boolean {
  const isStepped = [5, 10, 20, 25].some((step) => values.every((value) => value % step === 0))
  return isStepped && values.length >= 4 && values[0]! >= 0 && values.at(-1) === 100
}

type Ends = readonly [number, number]

/**
 * Ends of the scale, and codes beside it. Scales begin at 1, but for 0–10 and those around 0; a 0 below 1–5 or 1–7, a
 * 6 above 1–5 where there is a 0 too, and an 11 above 0–10 stand for "no answer" or "not applicable".
 */
function scaleBetween(
  low: number,
  high: number,
  shares: ReadonlyMap<number, number>,
): { scale: Ends; codes: readonly number[] } {
  if (low < 0) return { scale: [-Math.max(-low, high), Math.max(-low, high)], codes: [] }
  if (high === 11) return { scale: [low === 1 ? 1 : 0, 10], codes: [11] }
  if (high >= 9) return { scale: low === 0 ? [0, 10] : [1, 10], codes: [] }
  if (low === 0 && high === 6) return { scale: [1, 5], codes: [0, 6] }
  if (low === 0 && high === 8) return { scale: [1, 7], codes: [0, 8] }
  if (low === 0 && high === 4 && (shares.get(0) ?? 0) > 0.05) return { scale: [0, 4], codes: [] }
  if (low === 0) return { scale: [1, Math.max(high, 4)], codes: [0] }
  if (high === 6 && isApart(6, shares)) return { scale: [1, 5], codes: [6] }
  if (high === 8) return { scale: [1, isApart(8, shares) ? 7 : 10], codes: isApart(8, shares) ? [8] : [] }
  return { scale: [1, high], codes: [] }
}

/** Whether a code is no end of a scale: it is more frequent than the one below, which is less frequent than the one below it. */
function isApart(code: number, shares: ReadonlyMap<number, number>): boolean {
  const [top, next, third] = [0, 1, 2].map((below) => shares.get(code - below) ?? 0)
  return top! > next! && next! < third!
}
