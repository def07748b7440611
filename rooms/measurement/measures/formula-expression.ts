import jsep from 'jsep'
import type { formulaProblems } from './formula.contract.ts'

/** A number with its derivatives by the values it is worked out from. */
export interface Dual {
  readonly value: number
  readonly gradient: readonly number[]
}

/** Why an expression is no formula: a problem of the table, with what its sentence names. */
export interface FormulaFault {
  readonly code: keyof typeof formulaProblems
  readonly values: Readonly<Record<string, string>>
}

const functions: Readonly<Record<string, (x: number) => { value: number; slope: number }>> = {
  sqrt: (x) => ({ value: Math.sqrt(x), slope: 0.5 / Math.sqrt(x) }),
  log: (x) => ({ value: Math.log(x), slope: 1 / x }),
  exp: (x) => ({ value: Math.exp(x), slope: Math.exp(x) }),
}

const operators: Readonly<Record<string, (a: Dual, b: Dual) => Dual>> = {
  '+': (a, b) => mixed(a.value + b.value, [a, 1], [b, 1]),
  '-': (a, b) => mixed(a.value - b.value, [a, 1], [b, -1]),
  '*': (a, b) => mixed(a.value * b.value, [a, b.value], [b, a.value]),
  '/': (a, b) => mixed(a.value / b.value, [a, 1 / b.value], [b, -a.value / b.value ** 2]),
}

/** What is wrong with an expression over these names; null where nothing is. */
export function formulaFault(expression: string, names: readonly string[]): FormulaFault | null {
  const parsed = parsedExpression(expression)
  return isFault(parsed) ? parsed : faultOf(parsed, new Set(names))
}

/**
 * Value of a formula, and its derivative by each name in their order.
 *
 * The expression is one that `formulaFault` finds nothing wrong with; a division by nothing gives a value that is not finite.
 */
export function formulaAt(expression: string, values: ReadonlyMap<string, number>): Dual {
  const parsed = parsedExpression(expression)
  if (isFault(parsed)) throw new TypeError(parsed.code)
  const names = [...values.keys()]
  return evaluated(parsed, (name) => ({
    value: values.get(name)!,
    gradient: names.map((each) => (each === name ? 1 : 0)),
  }))
}

/** Names that an expression uses, each once. */
export function namesIn(expression: string): string[] {
  const parsed = parsedExpression(expression)
  return isFault(parsed) ? [] : [...new Set(identifiersIn(parsed))]
}

const isFault = (parsed: jsep.CoreExpression | FormulaFault): parsed is FormulaFault => 'code' in parsed

function parsedExpression(expression: string): jsep.CoreExpression | FormulaFault {
  const plain = expression.replaceAll('×', '*').replaceAll('÷', '/').replaceAll('−', '-')
  try {
    return jsep(plain) as jsep.CoreExpression
  } catch (error) {
    const place = (error as { index?: number }).index ?? 0
    const near = plain.slice(Math.max(0, place - 1), place + 12).trim()
    return { code: 'MEASUREMENT_FORMULA_UNREADABLE', values: { near } }
  }
}

function faultOf(node: jsep.CoreExpression, names: ReadonlySet<string>): FormulaFault | null {
  if (node.type === 'Identifier') return names.has(node.name) ? null : unknownName(node.name, names)
  if (node.type === 'Literal') return typeof node.value === 'number' ? null : notAFormula(node.raw)
  if (node.type === 'UnaryExpression')
    return isSign(node.operator) ? faultOf(operand(node.argument), names) : notAFormula(node.operator)
  if (node.type === 'BinaryExpression') {
    if (!Object.hasOwn(operators, node.operator)) return notAFormula(node.operator)
    return faultOf(operand(node.left), names) ?? faultOf(operand(node.right), names)
  }
  if (node.type !== 'CallExpression') return notAFormula(written(node))
  const called = functionNamed(node)
  return called && node.arguments.length === 1
    ? faultOf(operand(node.arguments[0]!), names)
    : notAFormula(String((node.callee as jsep.Identifier).name ?? '()'))
}

/** What stands where an expression was expected, as people know it. */
function written({ type }: jsep.CoreExpression): string {
  const signs: Readonly<Record<string, string>> = {
    ...{ Compound: '␣', SequenceExpression: ',', ConditionalExpression: '?', MemberExpression: '.' },
    ...{ ArrayExpression: '[ ]', ThisExpression: 'this' },
  }
  return signs[type] ?? type
}

function notAFormula(part: string): FormulaFault {
  return { code: 'MEASUREMENT_FORMULA_PART_REFUSED', values: { part } }
}

function unknownName(name: string, names: ReadonlySet<string>): FormulaFault {
  return { code: 'MEASUREMENT_FORMULA_NAME_UNKNOWN', values: { name, known: [...names].join(', ') } }
}

const isSign = (operator: string) => operator === '-' || operator === '+'
const operand = (node: jsep.Expression) => node as jsep.CoreExpression

function functionNamed({ callee }: jsep.CallExpression) {
  const name = callee.type === 'Identifier' ? String(callee.name) : ''
  return Object.hasOwn(functions, name) ? functions[name] : undefined
}

function identifiersIn(node: jsep.CoreExpression): string[] {
  if (node.type === 'Identifier') return [node.name]
  if (node.type === 'UnaryExpression') return identifiersIn(operand(node.argument))
  if (node.type === 'BinaryExpression')
    return [...identifiersIn(operand(node.left)), ...identifiersIn(operand(node.right))]
  return node.type === 'CallExpression' ? node.arguments.flatMap((one) => identifiersIn(operand(one))) : []
}

function evaluated(node: jsep.CoreExpression, read: (name: string) => Dual): Dual {
  if (node.type === 'Identifier') return read(node.name)
  if (node.type === 'Literal') return { value: node.value as number, gradient: [] }
  if (node.type === 'UnaryExpression') {
    const inner = evaluated(operand(node.argument), read)
    return node.operator === '-' ? mixed(-inner.value, [inner, -1]) : inner
  }
  if (node.type === 'BinaryExpression')
    return operators[node.operator]!(
      evaluated(operand(node.left), read),
      evaluated(operand(node.right), read),
    )
  const call = node as jsep.CallExpression
  const inner = evaluated(operand(call.arguments[0]!), read)
  const { value, slope } = functionNamed(call)!(inner.value)
  return mixed(value, [inner, slope])
}

/** A value with the derivatives of what it is made of, each times its factor. */
function mixed(value: number, ...parts: readonly (readonly [Dual, number])[]): Dual {
  const length = Math.max(0, ...parts.map(([{ gradient }]) => gradient.length))
  const gradient = Array.from({ length }, (_, at) =>
    parts.reduce((sum, [part, factor]) => sum + (part.gradient[at] ?? 0) * factor, 0),
  )
  return { value, gradient }
}
