import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formulaAt, formulaFault, namesIn } from './formula-expression.ts'
import { faultSaid } from './measure-fault.ts'

const names = ['a', 'b']

test('[MEA-251] a formula is an expression of names, numbers, + - * / ( ), sqrt, log and exp, in the usual order', () => {
  const at = (expression: string) =>
    formulaAt(
      expression,
      new Map([
        ['a', 3],
        ['b', 4],
      ]),
    ).value
  expect(at('a + 2 * b')).toBe(11)
  expect(at('(a + 2) * b')).toBe(20)
  expect(at('-a - -b')).toBe(1)
  expect(at('a − b × 2 ÷ 4')).toBe(1)
  expect(at('10 / 5 / 2')).toBe(1)
  expect(at('sqrt(a * a + b * b)')).toBe(5)
  expect(at('exp(log(a))')).toBeCloseTo(3, 12)
  expect(at('1.5e1')).toBe(15)
  expect(namesIn('a + b * a')).toEqual(['a', 'b'])
})

test('[MEA-251] derivatives are those of small steps', () => {
  const expressions = ['a * b - a / b', 'sqrt(a) * 3 + log(b)', 'exp(a / 10) / (1 + b)', '-(a - 2 * b) * 4']
  const value = fc.double({ min: 0.5, max: 5, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom(...expressions), value, value, (expression, a, b) => {
      const at = (x: number, y: number) =>
        formulaAt(
          expression,
          new Map([
            ['a', x],
            ['b', y],
          ]),
        )
      const { gradient } = at(a, b)
      const step = 1e-5
      expect(gradient[0]).toBeCloseTo((at(a + step, b).value - at(a - step, b).value) / 2 / step, 5)
      expect(gradient[1]).toBeCloseTo((at(a, b + step).value - at(a, b - step).value) / 2 / step, 5)
    }),
  )
})

test('[MEA-252] what is no formula is told with what to write instead', () => {
  expect(formulaFault('a + b', names)).toBeNull()
  const unknown = formulaFault('a + c', names)!
  expect(faultSaid(unknown).en).toEqual({
    message: '"c" stands for no measure in the formula.',
    hint: 'There are: a, b.',
  })
  expect(faultSaid(unknown).fr.hint).toMatch(/^Il y a.: a, b\.$/)
  expect(formulaFault('a +', names)?.code).toBe('MEASUREMENT_FORMULA_UNREADABLE')
  const refused = ['', 'a b', '0,5 * a', 'a ^ 2', 'a > b', 'a ? b : 1', 'this', 'true', '"a"', 'a.b', '[a]']
  const calls = ['constructor(a)', 'a(b)', 'sqrt(a, b)', 'sqrt()', 'a.constructor("x")', '(a)(b)', '`a`']
  for (const expression of [...refused, ...calls])
    expect([expression, formulaFault(expression, names) === null]).toEqual([expression, false])
})

test('[MEA-252] no text makes the reading of a formula fail otherwise than by telling so', () => {
  const pieces = fc.constantFrom(
    'a',
    'b',
    '1',
    '.',
    '(',
    ')',
    '+',
    '-',
    '*',
    '/',
    'sqrt',
    ' ',
    ',',
    '"',
    '[',
    '\\',
    'é',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const fault = formulaFault(parts.join(''), names)
      if (fault === null)
        expect(
          typeof formulaAt(
            parts.join(''),
            new Map([
              ['a', 1],
              ['b', 2],
            ]),
          ).value,
        ).toBe('number')
      else expect(faultSaid(fault).fr.message).not.toContain('{')
    }),
    { numRuns: 2000 },
  )
})
