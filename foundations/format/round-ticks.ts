/** Round values from a low to a high one, about five of them. */
export function roundTicks(low: number, high: number): number[] {
  const wanted = (high - low) / 4 || 1
  const size = 10 ** Math.floor(Math.log10(wanted))
  const step = [1, 2, 2.5, 5, 10].map((times) => times * size).find((one) => one >= wanted) ?? wanted
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
}
