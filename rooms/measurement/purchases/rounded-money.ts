import type { Writer } from '../analyses/said.ts'

/** Writes amounts to three digits: an estimate bears no more. */
export function roundedMoney(currency: string): (amount: number, w: Writer) => string {
  return (amount, w) => {
    const size = Math.abs(amount)
    const step = size < 1000 ? 1 : 10 ** (Math.floor(Math.log10(size)) - 2)
    return w.money(Math.round(amount / step) * step, currency)
  }
}
