import { fragilityOf, totalFragility } from '../../repurchase/fragility.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { has, numberIn, objectsIn, textIn } from './numbers-in.ts'

function customerOf(input: CaseInput) {
  return {
    margin: numberIn(input, 'margin'),
    hazard: numberIn(input, 'hazard'),
    referenceHazard: numberIn(input, 'hazard_ref'),
    unaidedReturn: numberIn(input, 'rho'),
    winBackRate: numberIn(input, 'pi'),
    contactCost: numberIn(input, 'contact_cost'),
    offer: numberIn(input, 'offer'),
    secondValue: numberIn(input, 'second_value'),
  }
}

/** Margin at risk and recovery budget of a few customers. */
export const frag: Adapter = (input) => {
  if (!has(input, 'customers', 'horizon', 'discount_per_period', 'cac')) return undefined
  const terms = {
    horizon: numberIn(input, 'horizon'),
    discount: numberIn(input, 'discount_per_period'),
    acquisitionCost: numberIn(input, 'cac'),
  }
  const customers = objectsIn(input, 'customers')
  const results = customers.map((customer) => fragilityOf(customerOf(customer), terms))
  const total = totalFragility(results)
  return {
    customers: results.map((result, i) => ({
      id: textIn(customers[i]!, 'id'),
      full: result.full,
      secured: result.secured,
      rar: result.atRisk,
      erar: result.atRiskFromExperience,
      p_loss: result.lossProbability,
      winback_worth_it: result.worthWinningBack,
      unit_recovery_cost: result.unitRecoveryCost,
      budget: result.budget,
      budget_ref: result.referenceBudget,
    })),
    total: {
      margin: total.full,
      rar: total.atRisk,
      erar: total.atRiskFromExperience,
      budget: total.budget,
      budget_ref: total.referenceBudget,
      fragility_index: total.index,
      budget_due_to_experience: total.budgetFromExperience,
    },
  }
}
