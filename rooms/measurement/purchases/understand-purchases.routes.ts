import { problem } from '../../../foundations/http/problem.contract.ts'
import type { MoneyKind } from './customer-purchases.ts'
import type { PurchaseFacts, PurchasesAsked } from './purchases.facts.ts'

/** The kind of outcomes asked for, or the usual one, with its currency and what else there is. */
export interface ValueUnderstood {
  /** Null where no outcome of people is told in a currency. */
  readonly value: MoneyKind | null
  readonly values: readonly string[]
}

/** Which outcomes tell what a purchase is worth: the kind asked for, else the usual one, else `revenue`, else the one with the largest total. */
export async function understandValue(
  { money: read, workspace }: { readonly money: PurchaseFacts['money']; readonly workspace: string },
  asked: string | undefined,
  usual: 'revenue' | 'margin' = 'revenue',
): Promise<ValueUnderstood> {
  const money = await read(workspace)
  const values = [...new Set(money.map(({ kind }) => kind))]
  const named = (name: string) => money.find(({ kind }) => kind === name)
  if (asked === undefined) return { value: named(usual) ?? named('revenue') ?? money[0] ?? null, values }
  const value = named(asked)
  if (!value) throw problem('MEASUREMENT_VALUE_UNKNOWN', { key: asked, known: values.join(', ') || '–' })
  return { value, values }
}

/** Employees buy nothing: whoever asks for them is told of customers. */
export function buyersOf(population: string): PurchasesAsked['population'] {
  return population === 'prospects' ? 'prospects' : 'customers'
}
