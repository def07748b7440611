import { Matrix } from 'ml-matrix'
import { chiSquaredUpper } from '../distributions/chi-squared.ts'
import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { positiveDefinite } from '../regression/positive-definite.ts'
import type { CoxFit } from './cox-regression.ts'
import { relativeRisks } from './partial-likelihood.ts'
import { eventTimes, type HazardRows, riskMoments } from './risk-sets.ts'
import { survivalCurve } from './survival-curve.ts'

/** Share of people with a given profile (covariates in the order of the fit) who are still there at a time. */
export function survivalOfProfile(
  fit: CoxFit,
  rows: HazardRows,
  { profile, time }: { profile: readonly number[]; time: number },
): number {
  const weights = relativeRisks(fit.centred, fit.coefficients)
  let hazard = 0
  for (const at of eventTimes(rows, fit.centred, weights)) {
    if (at.time > time) continue
    for (const { total } of riskMoments(at, fit.ties)) hazard += 1 / total
  }
  const risk = fit.coefficients.reduce((sum, value, i) => sum + value * (profile[i]! - fit.means[i]!), 0)
  return Math.exp(-hazard * Math.exp(risk))
}

/**
 * Concordance: share of comparable pairs in which the person with the higher risk left first, ties of risk half; ½ is chance.
 *
 * A pair is comparable when one leaves before the other's last observed time. Equal to R `concordance(coxph)` without start times. Source: Harrell
 * et al. (1982), JAMA 247:2543.
 */
export function coxConcordance(fit: CoxFit, { stop, event }: HazardRows): number | null {
  const risks = relativeRisks(fit.centred, fit.coefficients)
  let [concordant, comparable] = [0, 0]
  for (let i = 0; i < stop.length; i++) {
    if (event[i] !== 1) continue
    for (let j = 0; j < stop.length; j++) {
      const isLater = stop[j]! > stop[i]! || (stop[j] === stop[i] && event[j] !== 1)
      if (!isLater || i === j) continue
      comparable += 1
      concordant += risks[i]! > risks[j]! ? 1 : risks[i] === risks[j] ? 0.5 : 0
    }
  }
  return comparable === 0 ? null : concordant / comparable
}

interface Moment {
  readonly score: readonly number[]
  readonly covariance: Matrix
  readonly clock: number
}

/** Score contributions of each event with its place on the time scale (share that had left just before). */
function momentsOf(fit: CoxFit, rows: HazardRows): Moment[] {
  const curve = survivalCurve(rows.stop, rows.event)
  if (typeof curve === 'string') return []
  const leftBefore = (time: number) =>
    1 - (curve.steps.filter((step) => step.time < time).at(-1)?.survival ?? 1)
  const weights = relativeRisks(fit.centred, fit.coefficients)
  const moments: Moment[] = []
  for (const at of eventTimes(rows, fit.centred, weights)) {
    riskMoments(at, fit.ties).forEach(({ mean, covariance }, nth) => {
      const score = Array.from(mean, (value, i) => fit.centred.get(at.rows[nth]!, i) - value)
      moments.push({ score, covariance, clock: leftBefore(at.time) })
    })
  }
  return moments
}

/**
 * Score test of proportional hazards, all covariates together, against effects that change with the Kaplan–Meier time scale.
 *
 * A small p says that some hazard ratio changes over time. For rows without start times. Equal to R `cox.zph(transform = "km")`, global test. Source:
 * Grambsch & Therneau (1994), Biometrika 81:515.
 */
export function proportionalHazardsTest(
  fit: CoxFit,
  rows: HazardRows,
): { chiSquared: number; degreesOfFreedom: number; p: number } | WhyNot {
  const moments = momentsOf(fit, rows)
  if (moments.length < 2) return 'too-few'
  const p = fit.coefficients.length
  const centre = meanAndSd(moments.map(({ clock }) => clock)).mean
  const score = new Array<number>(p).fill(0)
  const [plain, crossed, squared] = [Matrix.zeros(p, p), Matrix.zeros(p, p), Matrix.zeros(p, p)]
  for (const moment of moments) {
    const g = moment.clock - centre
    moment.score.forEach((value, i) => {
      score[i]! += g * value
    })
    plain.add(moment.covariance)
    crossed.add(Matrix.mul(moment.covariance, g))
    squared.add(Matrix.mul(moment.covariance, g * g))
  }
  const inverse = positiveDefinite(plain)?.inverse()
  if (!inverse) return 'collinear'
  const solved = positiveDefinite(Matrix.sub(squared, crossed.mmul(inverse).mmul(crossed)))?.solve(score)
  if (!solved) return 'too-few'
  const chiSquared = score.reduce((sum, value, i) => sum + value * solved[i]!, 0)
  return { chiSquared, degreesOfFreedom: p, p: chiSquaredUpper(chiSquared, p) }
}
