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

/** Outputs dropped at the start, before the state of the generator is well mixed. */
const WARM_UP = 32

/** Spreads neighbouring seeds apart (finaliser of MurmurHash3, Appleby 2011), so that seeds 1 and 2 give unrelated numbers. */
function mixed(seed: number): number {
  let bits = Math.imul((seed | 0) ^ 0x9e3779b9, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** A seeded source: xoroshiro128+ (Blackman & Vigna 2018). The seed is a whole number. */
export function randomSource(seed: number): RandomSource {
  const generator = xoroshiro128plus(mixed(seed))
  for (let i = 0; i < WARM_UP; i++) generator.next()
  const uniform = () => uniformFloat64(generator)
  return {
    uniform,
    index: (size) => uniformInt(generator, 0, size - 1),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  }
}
