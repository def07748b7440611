import type { WhyNot } from '../estimate.ts'
import { fixedEffects, type PanelCoefficient } from '../panel/fixed-effects.ts'
import type { Predictor } from '../regression/design-matrix.ts'
import { sound } from '../sound-result.ts'

/** Sales of several products at several levels of experience. */
export interface SalesData {
  readonly price: ArrayLike<number>
  readonly experience: ArrayLike<number>
  readonly products: ArrayLike<string | number>
  readonly controls?: readonly Predictor[]
}

/** What one more point of experience adds to the price of the same product. */
export interface PricePremium {
  /** Change of the logarithm of the price, cluster-robust by product. */
  readonly coefficient: PanelCoefficient
  readonly controls: readonly PanelCoefficient[]
  /** 100 (e^b − 1). */
  readonly percent: number
  /** The same, corrected for the error of b. Source: Kennedy (1981), Am. Econ. Review 71:801. */
  readonly unbiasedPercent: number
  readonly products: number
}

const logOf = (values: ArrayLike<number>) => Float64Array.from(values, Math.log)

/**
 * Price premium of experience, product held constant: log price on experience, controls and product effects, errors robust within products.
 *
 * Without product effects the figure is the product's, not the experience's. Assumes no unobserved difference between buyers of one product. 'not-finite' for prices that
 * are not positive.
 */
export function pricePremium({
  price,
  experience,
  products,
  controls = [],
}: SalesData): PricePremium | WhyNot {
  const predictors = [{ name: 'experience', values: experience }, ...controls]
  const panel = fixedEffects({ y: logOf(price), predictors, units: products })
  if (typeof panel === 'string') return panel
  const [coefficient, ...others] = panel.coefficients
  const { value, standardError } = coefficient!
  return sound({
    coefficient: coefficient!,
    controls: others,
    percent: 100 * Math.expm1(value),
    unbiasedPercent: 100 * Math.expm1(value - standardError ** 2 / 2),
    products: panel.units,
  })
}

/** How the price elasticity of demand changes with experience. */
export interface ElasticityByExperience {
  readonly price: PanelCoefficient
  readonly experience: PanelCoefficient
  readonly interaction: PanelCoefficient
  /** Elasticity at a level of experience. */
  readonly at: (experience: number) => number
}

/**
 * Demand elasticity by experience: log quantity on log price, experience, their product and product effects, robust within products.
 *
 * 'not-finite' for prices or quantities that are not positive.
 */
export function elasticityByExperience(
  data: SalesData & { readonly quantity: ArrayLike<number> },
): ElasticityByExperience | WhyNot {
  const logPrice = logOf(data.price)
  const predictors = [
    { name: 'log price', values: logPrice },
    { name: 'experience', values: data.experience },
    { name: 'log price × experience', values: logPrice.map((value, i) => value * data.experience[i]!) },
    ...(data.controls ?? []),
  ]
  const panel = fixedEffects({ y: logOf(data.quantity), predictors, units: data.products })
  if (typeof panel === 'string') return panel
  const [price, experience, interaction] = panel.coefficients as [
    PanelCoefficient,
    PanelCoefficient,
    PanelCoefficient,
  ]
  return { price, experience, interaction, at: (level) => price.value + interaction.value * level }
}

/** Mark-up (price − cost) / price that a seller facing this elasticity chooses: −1 / elasticity; null unless demand is elastic (below −1). */
export function optimalMarkup(elasticity: number): number | null {
  return elasticity < -1 ? -1 / elasticity : null
}

/** Optimal price over cost: 1 / (1 − mark-up); null unless demand is elastic. */
export function optimalPriceOverCost(elasticity: number): number | null {
  const markup = optimalMarkup(elasticity)
  return markup === null ? null : 1 / (1 - markup)
}
