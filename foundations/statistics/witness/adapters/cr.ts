import { cumulativeIncidence, incidenceAt } from '../../survival/cumulative-incidence.ts'
import { survivalAt, survivalCurve } from '../../survival/survival-curve.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numbersIn } from './numbers-in.ts'

/** Cumulative incidence of every cause at the times asked. */
export const cr: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'times')) return undefined
  const data = table(input.data)
  const [times, causes] = [data.numbers('time'), data.numbers('cause')]
  const asked = numbersIn(input, 'times')
  const overall = succeed(
    survivalCurve(
      times,
      causes.map((cause) => (cause > 0 ? 1 : 0)),
    ),
  )
  const names = [...new Set(causes)].filter((cause) => cause > 0).sort()
  const byCause = names.flatMap((cause) => {
    const steps = succeed(cumulativeIncidence(times, causes, cause))
    const at = asked.map((time) => incidenceAt(steps, time))
    const naive = succeed(
      survivalCurve(
        times,
        causes.map((value) => (value === cause ? 1 : 0)),
      ),
    )
    return [
      [
        `cause${cause}`,
        { cif: at.map(({ incidence }) => incidence), var: at.map(({ variance }) => variance) },
      ],
      ...asked.map((time) => [`naive_1minusKM_cause${cause}_${time}`, 1 - survivalAt(naive, time)]),
    ]
  })
  const kept = asked.map((time) => [`overall_surv${time}`, survivalAt(overall, time)])
  return Object.fromEntries([...byCause, ...kept])
}
