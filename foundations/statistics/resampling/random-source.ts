import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Random numbers that a seed fixes: the same seed gives the same numbers on every machine. */
export interface RandomSource {
  /** Uniform on [0, 1). */
  readonly uniform: () => number
  /** Uniform whole number from 0 to `size` − 1. */
  readonly index: (size: number) => number
  /** Standard normal (Box & Muller 1958). */
  readonly normal: () => number
}

/** A seeded source: xoroshiro128+ (Blackman & Vigna 2018). The seed is a whole number. */
export function randomSource(seed: number): RandomSource {
  const generator = xoroshiro128plus(seed)
  const uniform = () => uniformFloat64(generator)
  return {
    uniform,
    index: (size) => uniformInt(generator, 0, size - 1),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  }
}
