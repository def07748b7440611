import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { PricingFound, PricingInput, pricingOfCustomers } from './pricing-of-customers.ts'

type PricingAnalysis<Asked> = Analysis<Asked, PricingInput, PricingFound>

/** Pricing power, worked out in a thread. */
export function pricingAnalysis<Asked>(read: PricingAnalysis<Asked>['read']): PricingAnalysis<Asked> {
  return {
    name: 'pricing',
    version: 1,
    read,
    compute: threadedFunction<typeof pricingOfCustomers>(
      new URL('./pricing-of-customers.ts', import.meta.url),
      'pricingOfCustomers',
    ),
  }
}
