import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** What a stream is drawn for, so that no two uses of one person and month meet the same numbers. */
export const drawnFor = {
  traits: 1,
  customer: 2,
  employee: 3,
  climate: 4,
  unit: 5,
  names: 6,
  brand: 7,
  arrival: 8,
} as const

const WARM_UP = 4
const TWO_TO_32 = 4_294_967_296

/** Finaliser of MurmurHash3 (Appleby 2011): a one-to-one scrambling of 32 bits. */
export function scrambled(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

interface StreamKey {
  readonly seed: number
  readonly use: (typeof drawnFor)[keyof typeof drawnFor]
}

/**
 * Random numbers of one person (or unit) in one month. They depend on the seed, the person and the month alone, so that
 * neither the size of the sample nor the order of the work changes anybody.
 */
export class RandomStream {
  readonly #key: number
  readonly #use: number
  #generator = xoroshiro128plusFromState([1, 2, 3, 4])
  #spare = 0
  #hasSpare = false

  constructor({ seed, use }: StreamKey) {
    this.#key = scrambled(seed ^ 0x9e3779b9)
    this.#use = Math.imul(use, 0x27d4eb2f)
  }

  /** Starts the numbers of one subject in one month. */
  begin(subject: number, month: number): this {
    const first = scrambled(this.#key ^ Math.imul(subject + 1, 0x9e3779b1))
    const second = scrambled(first ^ Math.imul(month + 1_000, 0x85ebca77) ^ this.#use)
    const third = scrambled(second ^ subject)
    this.#generator = xoroshiro128plusFromState([first, second, third, scrambled(third + month) | 1])
    for (let i = 0; i < WARM_UP; i++) this.#generator.next()
    this.#hasSpare = false
    return this
  }

  /** Uniform on [0, 1). */
  uniform(): number {
    return (this.#generator.next() >>> 0) / TWO_TO_32
  }

  chance(share: number): boolean {
    return this.uniform() < share
  }

  /** Uniform whole number from 0 to `size` − 1. */
  index(size: number): number {
    return Math.floor(this.uniform() * size)
  }

  /** Standard normal (Box & Muller 1958), two at a time. */
  normal(): number {
    if (this.#hasSpare) {
      this.#hasSpare = false
      return this.#spare
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()))
    const angle = 2 * Math.PI * this.uniform()
    this.#spare = radius * Math.sin(angle)
    this.#hasSpare = true
    return radius * Math.cos(angle)
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(1 - this.uniform())
  }

  /** Poisson with a small mean, by multiplying uniforms (Knuth 1969). */
  poisson(mean: number): number {
    const floor = Math.exp(-mean)
    let count = 0
    for (let product = this.uniform(); product > floor; product *= this.uniform()) count++
    return count
  }

  /** Position of one of several shares that sum to 1. */
  among(shares: readonly number[]): number {
    let left = this.uniform()
    for (let position = 0; position < shares.length - 1; position++) {
      left -= shares[position]!
      if (left < 0) return position
    }
    return shares.length - 1
  }
}
