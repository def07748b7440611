import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Random numbers that a seed fixes: the same seed gives the same numbers on every machine. */
export interface RandomSource {
  /** Uniform on [0, 1). */
  readonly uniform: () => number
  /** Uniform whole number from 0 to `size` − 1. */
  readonly index: (size: number) => number
  /** Standard normal (Box & Muller 1958). */
  readonly normal: () => number
  /** How often each of `size` things comes up in `size` draws with replacement: one resample of a bootstrap. */
  readonly counts: (size: number) => Uint16Array
}

/** Outputs dropped at the start, before the state of the generator is well mixed. */
const WARM_UP = 32

/** 2³² divided by the golden ratio, the customary odd step between seeds. */
const GOLDEN = 0x9e3779b9

/** Spreads neighbouring seeds apart (finaliser of MurmurHash3, Appleby 2011), so that seeds 1 and 2 give unrelated numbers. */
function mixed(seed: number): number {
  let bits = Math.imul((seed | 0) ^ GOLDEN, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

const WORDS = 2 ** 32
const SIGN_BIT = 0x80000000

/** Whole numbers below a size, all equally likely: 32-bit words beyond the last full multiple of the size are drawn again. */
function indexFrom(generator: { next: () => number }): RandomSource['index'] {
  let [lastSize, limit] = [1, WORDS]
  return (size) => {
    if (size !== lastSize) [lastSize, limit] = [size, Math.floor(WORDS / size) * size]
    let word = (generator.next() ^ SIGN_BIT) >>> 0
    while (word >= limit) word = (generator.next() ^ SIGN_BIT) >>> 0
    return word % (size >>> 0)
  }
}

/** Draws by multiplication instead of division (Lemire 2019, ACM Trans. Model. Comput. Simul. 29:1); equally exact, and faster. */
function countsFrom(generator: { next: () => number }, size: number): Uint16Array {
  const counts = new Uint16Array(size)
  const unfair = WORDS % size
  for (let i = 0; i < size; i++) {
    let word = generator.next() >>> 0
    while (Math.imul(word, size) >>> 0 < unfair) word = generator.next() >>> 0
    counts[Math.floor((word * size) / WORDS)]! += 1
  }
  return counts
}

/** A seeded source: xoroshiro128+ (Blackman & Vigna 2018). The seed is a whole number. */
export function randomSource(seed: number): RandomSource {
  const generator = xoroshiro128plus(mixed(seed))
  for (let i = 0; i < WARM_UP; i++) generator.next()
  const uniform = () => uniformFloat64(generator)
  return {
    uniform,
    index: indexFrom(generator),
    counts: (size) => countsFrom(generator, size),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  }
}

/** The source of one draw among many of the same seed, so that draws can be made in any order and side by side. */
export function drawSource(seed: number, draw: number): RandomSource {
  return randomSource(mixed(seed) ^ Math.imul(draw + 1, GOLDEN))
}
