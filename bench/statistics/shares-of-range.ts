import { resampledShares } from '../../foundations/statistics/importance/key-drivers.ts'

/** Some of the resamples of the drivers' shares, for a thread. */
export function sharesOfRange({
  data,
  range,
}: {
  readonly data: Parameters<typeof resampledShares>[0]
  readonly range: Parameters<typeof resampledShares>[1]
}): Float64Array[] {
  return resampledShares(data, range)
}
