import { alwaysValidTest } from '../../causal/always-valid-test.ts'
import { criticalZ } from '../../distributions/normal.ts'
import { randomSource } from '../../resampling/random-source.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

function planIn(input: CaseInput) {
  return {
    variance: numberIn(input, 'sigma2'),
    mixingVariance: numberIn(input, 'tau2'),
    alpha: numberIn(input, 'alpha', 0.05),
  }
}

function givenLooks(input: CaseInput) {
  const differences = numbersIn(input, 'diff')
  const looks = numbersIn(input, 'n_per_arm').map((nPerArm, i) => ({ nPerArm, difference: differences[i]! }))
  const results = alwaysValidTest(looks, planIn(input))
  return {
    Lambda: results.map(({ likelihoodRatio }) => likelihoodRatio),
    always_valid_p: results.map(({ p }) => p),
    ci_half_width: results.map(({ halfWidth }) => halfWidth),
  }
}

/** Share of experiments without effect that alarm at some look, when every size is looked at. */
function falseAlarms(input: CaseInput, largestN: number) {
  const plan = planIn(input)
  const random = randomSource(1)
  const sims = numberIn(input, 'sims')
  const z = criticalZ(1 - plan.alpha)
  let [valid, naive] = [0, 0]
  for (let sim = 0; sim < sims; sim++) {
    let sum = 0
    const looks = Array.from({ length: largestN }, (_, i) => {
      sum += Math.sqrt(2 * plan.variance) * random.normal()
      return { nPerArm: i + 1, difference: sum / (i + 1) }
    })
    if (alwaysValidTest(looks, plan).at(-1)!.p <= plan.alpha) valid += 1
    if (
      looks.some(
        ({ nPerArm, difference }) => Math.abs(difference) > z * Math.sqrt((2 * plan.variance) / nPerArm),
      )
    )
      naive += 1
  }
  return { type1_mSPRT: valid / sims, type1_naive_z: naive / sims }
}

/** Always-valid test at given looks, or its false alarms when every size up to the one in the title is looked at. */
export const seq: Adapter = (input, { title }) => {
  if (has(input, 'n_per_arm', 'diff')) return givenLooks(input)
  if (!has(input, 'sims')) return undefined
  return falseAlarms(input, Number(title.match(/up to (\d+)/)?.[1] ?? 2000))
}
