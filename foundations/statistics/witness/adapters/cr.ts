import { incidenceAt, incidenceSteps } from '../../survival/cumulative-incidence.ts'
import { survivalAt, survivalCurve } from '../../survival/survival-curve.ts'
import { keysLike, withKeys } from '../mismatches.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numbersIn } from './numbers-in.ts'

/** Cumulative incidence of every cause at the times asked. */
export const cr: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'times')) return undefined
  const whole = table(input.data)
  const data = whole.complete(['time', 'cause'])
  const [times, causes] = [data.numbers('time'), data.numbers('cause')]
  const asked = numbersIn(input, 'times')
  const curveOf = (counts: (cause: number) => boolean) =>
    succeed(
      survivalCurve(
        times,
        causes.map((cause) => Number(counts(cause))),
      ),
    )
  const names = [...new Set(causes)].filter((cause) => cause > 0).sort()
  const byCause = names.map((cause) => {
    const steps = incidenceSteps(times, causes, cause)
    const at = asked.map((time) => incidenceAt(steps, time))
    return [
      `cause${cause}`,
      { cif: at.map(({ incidence }) => incidence), var: at.map(({ variance }) => variance) },
    ]
  })
  const number = String.raw`(\d+(?:\.\d+)?)`
  return withKeys(
    Object.fromEntries(byCause),
    keysLike(new RegExp(`^overall_surv${number}$`), (time) =>
      survivalAt(
        curveOf((cause) => cause > 0),
        Number(time),
      ),
    ),
    keysLike(
      new RegExp(`^naive_1minusKM_cause(\\d+)_${number}$`),
      (asked, time) =>
        1 -
        survivalAt(
          curveOf((cause) => cause === Number(asked)),
          Number(time),
        ),
    ),
  )
}
