import { expect, it } from 'vitest'
import { delayedEntryCurve, stillThere } from './delayed-entry.ts'
import { survivalCurve } from './survival-curve.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

const numbers = (text: string) => text.split(' ').map(Number)
const entry = numbers('1 1 5 3 1 3 3 1 4 1 2 3 3 4 4 6 2 4 4 2 0 6 2 2 5 4 3 5 0 4 2 1 4 6 1 4 2 4 4 1')
const exit = numbers(
  '10 9 11 15 4 16 31 3 19 6 6 5 23 6 14 11 18 12 31 4 2 18 6 19 13 8 24 6 8 10 3 3 6 9 4 7 6 6 20 8',
)
const event = numbers('0 0 1 1 0 1 1 1 1 1 1 1 1 1 1 1 1 1 0 1 1 1 1 0 1 1 0 1 1 1 1 1 1 0 1 0 0 0 0 0')

it('[STA-179] people count as at risk from their entry on: every step is that of NumPy', () => {
  const { steps, n, events } = known(delayedEntryCurve({ entry, exit, event }))
  const told = [
    [2, 10, 1, 0.9, 0.09486832980505137],
    [3, 16, 3, 0.7312500000000001, 0.11684951259526076],
    [4, 19, 2, 0.6542763157894738, 0.11653860292081952],
    [6, 29, 6, 0.49968995765275265, 0.1025839778205876],
    [18, 9, 2, 0.18851527840794519, 0.0679471530087324],
    [31, 2, 1, 0.06059419663112524, 0.0520212701356694],
  ]
  expect([n, events]).toEqual([40, 28])
  for (const [time, atRisk, left, survival, error] of told) {
    const step = steps.find((one) => one.time === time)!
    expect([step.atRisk, step.events]).toEqual([atRisk, left])
    expect(step.survival).toBeCloseTo(survival!, 12)
    expect(step.standardError!).toBeCloseTo(error!, 12)
  }
  const at = stillThere({ steps }, 7)
  expect(at.survival).toBeCloseTo(0.49968995765275265, 12)
  expect(Math.sqrt(at.logVariance) * at.survival).toBeCloseTo(0.1025839778205876, 12)
  expect(stillThere({ steps }, 1)).toEqual({ survival: 1, logVariance: 0 })
})

it('[STA-179] where everybody enters at 0 it is the curve of Kaplan and Meier, and an exit before the entry is refused', () => {
  const zero = exit.map(() => 0)
  expect(delayedEntryCurve({ entry: zero, exit, event })).toEqual(survivalCurve(exit, event))
  expect(delayedEntryCurve({ entry: exit, exit, event })).toBe('not-finite')
  expect(delayedEntryCurve({ entry: [], exit: [], event: [] })).toBe('no-answers')
})
