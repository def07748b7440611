import type { z } from 'zod'
import { toldFault } from '../../../foundations/yaml/told-fault.ts'
import type { Measure } from '../contract.ts'
import { formulaProblems } from './formula.contract.ts'
import { type FormulaFault, formulaFault, namesIn } from './formula-expression.ts'

type Stated = Pick<Measure, 'method' | 'formula'>

/** What is wrong with how a measure is worked out; null where nothing is. */
export function measureFault({ method, formula }: Stated): FormulaFault | null {
  if (method !== 'formula')
    return formula ? { code: 'MEASUREMENT_FORMULA_UNASKED', values: { method } } : null
  if (formula === undefined) return { code: 'MEASUREMENT_FORMULA_MISSING', values: {} }
  const names = formula.of.map(({ name }) => name)
  return formulaFault(formula.is, names) ?? nameFault(names, namesIn(formula.is))
}

function nameFault(names: readonly string[], used: readonly string[]): FormulaFault | null {
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice !== undefined) return { code: 'MEASUREMENT_FORMULA_NAME_TWICE', values: { name: twice } }
  const unused = names.find((name) => !used.includes(name))
  return unused === undefined ? null : { code: 'MEASUREMENT_FORMULA_NAME_UNUSED', values: { name: unused } }
}

/** A fault in words, in both languages. */
export const faultSaid = ({ code, values }: FormulaFault) => toldFault(formulaProblems[code], values)

/** The same, as an issue of the schema that a file is held against. */
export function tellMeasureFault(measure: Stated, context: z.core.$RefinementCtx): void {
  const fault = measureFault(measure)
  if (fault === null) return
  const told = faultSaid(fault)
  const path = measure.formula === undefined ? ['method'] : ['formula', 'is']
  context.addIssue({ code: 'custom', path, message: told.en.message, params: { ...told } })
}
