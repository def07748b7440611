/** Shape and start of the buying rate after the landmark, rate of leaving, and times since the landmark. */
export interface FollowedTimes {
  readonly shape: number
  readonly start: number
  readonly leaving: number
  readonly recency: number
  readonly followed: number
}

/** The part of the likelihood in which times stand, and its derivatives by shape, start and rate of leaving. */
export interface FollowedTail {
  readonly logTail: number
  readonly alive: number
  readonly byShape: number
  readonly byStart: number
  readonly byLeaving: number
}

/** Halves of the nodes and weights of Gauss–Legendre on 20 points (Abramowitz & Stegun 1964, table 25.4). */
const nodes = [
  [0.076526521133497, 0.152753387130726],
  [0.227785851141645, 0.149172986472604],
  [0.37370608871542, 0.142096109318382],
  [0.510867001950827, 0.131688638449177],
  [0.636053680726515, 0.118194531961518],
  [0.746331906460151, 0.10193011981724],
  [0.839116971822219, 0.083276741576705],
  [0.912234428251326, 0.062672048334109],
  [0.963971927277914, 0.040601429800387],
  [0.993128599185095, 0.017614007139152],
] as const
const places = Float64Array.from([...nodes.map(([at]) => -at), ...nodes.map(([at]) => at)])
const weights = Float64Array.from([...nodes, ...nodes].map(([, weight]) => weight))

/**
 * ln [e^−μd (s + d)^−m + ∫ μ e^−μt (s + t)^−m dt from the last purchase to d]: still a customer, or left since. All terms are taken relative to the
 * last purchase, so that none of them is too small to be held; the integral is that of 20 points.
 */
export function followedTail({ shape, start, leaving, recency, followed }: FollowedTimes): FollowedTail {
  const last = start + recency
  const scaled = (time: number) => Math.exp(-shape * Math.log((start + time) / last) - leaving * time)
  const still = scaled(followed)
  const logEnd = Math.log(start + followed)
  let [sum, byShape] = [still, -still * logEnd]
  let [byStart, byLeaving] = [(-still * shape) / (start + followed), -still * followed]
  const half = (followed - recency) / 2
  for (let i = 0; half > 0 && i < places.length; i++) {
    const time = recency + half * (1 + places[i]!)
    const density = half * weights[i]! * scaled(time)
    const left = leaving * density
    sum += left
    byShape -= left * Math.log(start + time)
    byStart -= (left * shape) / (start + time)
    byLeaving += density - left * time
  }
  return {
    logTail: Math.log(sum) - shape * Math.log(last),
    alive: still / sum,
    byShape: byShape / sum,
    byStart: byStart / sum,
    byLeaving: byLeaving / sum,
  }
}
