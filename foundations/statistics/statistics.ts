/**
 * Everything the package offers, family by family; each has a page in `pages/`.
 *
 * Files that are parts of one function alone are not repeated here, nor is `text/text-language.ts`, which reads the letter counts of
 * sixty languages when it is imported: take it from its own file.
 */

// aggregation
export * from './aggregation/intraclass-correlation.ts'
export * from './aggregation/within-group-agreement.ts'
export * from './association/correlation.ts'
// association
export * from './association/correlation-matrix.ts'
export * from './association/cross-products.ts'
export * from './association/granger-precedence.ts'
export * from './association/lead-correlations.ts'
export * from './association/mediation.ts'
export * from './association/partial-correlation.ts'
export * from './association/pooled-correlation.ts'
export * from './association/ranks.ts'
// causal
export * from './causal/adjusted-experiment.ts'
export * from './causal/always-valid-test.ts'
export * from './causal/change-verdict.ts'
export * from './causal/difference-in-differences.ts'
export * from './causal/e-value.ts'
export * from './causal/interrupted-series.ts'
export * from './causal/remembering-error.ts'
export * from './causal/required-sample.ts'
export * from './causal/staggered-differences.ts'
export * from './causal/synthetic-difference.ts'
// change
export * from './change/change-points.ts'
export * from './change/control-charts.ts'
export * from './change/distribution-change.ts'
export * from './change/loess-curve.ts'
export * from './change/seasonal-decomposition.ts'
// comparison
export * from './comparison/adjusted-p-values.ts'
export * from './comparison/verdict.ts'
// distributions
export * from './distributions/chi-squared.ts'
export * from './distributions/digamma.ts'
export * from './distributions/fisher-f.ts'
export * from './distributions/hypergeometric.ts'
export * from './distributions/incomplete-beta.ts'
export * from './distributions/incomplete-gamma.ts'
export * from './distributions/normal.ts'
export * from './distributions/stirling.ts'
export * from './distributions/student-t.ts'
export * from './estimate.ts'
// gap
export * from './gap/paired-gap.ts'
export * from './gap/response-surface.ts'
export * from './gap/wilcoxon-signed-rank.ts'
export * from './gap-to-target.ts'
// importance
export * from './importance/collinearity.ts'
export * from './importance/dominance.ts'
export * from './importance/driver-order.ts'
export * from './importance/drivers-of-pairs.ts'
export * from './importance/explained-variances.ts'
export * from './importance/impact-performance.ts'
export * from './importance/johnson-weights.ts'
export * from './importance/key-drivers.ts'
export * from './importance/logistic-drivers.ts'
export * from './importance/pair-sums.ts'
export * from './importance/peak-end.ts'
export * from './importance/peak-end-test.ts'
export * from './importance/penalty-reward.ts'
export * from './importance/penalty-reward-of-pairs.ts'
export * from './importance/shapley-shares.ts'
export * from './mean-of-gaps.ts'
// means
export * from './means/compensated-sum.ts'
export * from './means/mean-and-sd.ts'
export * from './means/mean-of-bins.ts'
export * from './means/permuted-difference.ts'
// nps
export * from './nps/dependent-nps.ts'
export * from './nps/exact-coverage.ts'
export * from './nps/net-promoter-score.ts'
export * from './nps/percentile-limits.ts'
export * from './nps/required-answers.ts'
export * from './nps/trinomial-outcomes.ts'
// optimisation
export * from './optimisation/best-assignment.ts'
export * from './optimisation/iteration-limit.ts'
export * from './optimisation/minimise.ts'
// panel
export * from './panel/fixed-effects.ts'
export * from './panel/within-permutation-p.ts'
// prediction
export * from './prediction/isotonic-calibration.ts'
export * from './prediction/prediction-quality.ts'
export * from './prediction/reliability-curve.ts'
// pressure
export * from './pressure/arbitrate-messages.ts'
export * from './pressure/contact-cap.ts'
export * from './pressure/departure-hazard.ts'
// price
export * from './price/double-learning.ts'
export * from './price/matched-difference.ts'
export * from './price/monotone-demand.ts'
export * from './price/price-premium.ts'
export * from './price/price-sensitivity.ts'
export * from './price/purchase-calibration.ts'
// proportions
export * from './progress.ts'
export * from './proportions/box-share.ts'
export * from './proportions/count-of-bins.ts'
export * from './proportions/finite-population.ts'
export * from './proportions/net-box.ts'
export * from './proportions/net-box-index.ts'
export * from './proportions/net-share.ts'
export * from './proportions/newcombe-difference.ts'
export * from './proportions/ratio.ts'
export * from './proportions/wilson-interval.ts'
// regression
export * from './regression/cumulative-logit.ts'
export * from './regression/design-matrix.ts'
export * from './regression/firth-logistic.ts'
export * from './regression/fit-quality.ts'
export * from './regression/generalised-linear-model.ts'
export * from './regression/least-squares.ts'
export * from './regression/likelihood-families.ts'
export * from './regression/sandwich.ts'
export * from './regression/score-sandwich.ts'
export * from './regression/wild-cluster-bootstrap.ts'
// repurchase
export * from './repurchase/beta-geometric.ts'
export * from './repurchase/fit-repurchase.ts'
export * from './repurchase/fragility.ts'
export * from './repurchase/gamma-gamma.ts'
export * from './repurchase/pareto-nbd.ts'
export * from './repurchase/purchase-history.ts'
// resampling
export * from './resampling/bootstrap.ts'
export * from './resampling/quantile.ts'
export * from './resampling/random-source.ts'
export * from './resampling/resampled-products.ts'
// scales
export * from './scales/confirmatory-factor-analysis.ts'
export * from './scales/experience-scale.ts'
export * from './scales/factor-model.ts'
export * from './scales/reliability.ts'
export * from './score-bins.ts'

// sequences
export * from './sequences/channel-contribution.ts'
export * from './sequences/directly-follows.ts'
export * from './sequences/friction.ts'
export * from './sequences/optimal-alignment.ts'
export * from './sequences/petri-net.ts'
export * from './sequences/token-replay.ts'

// shrinkage
export * from './shrinkage/fay-herriot.ts'
export * from './shrinkage/shrink-equal-groups.ts'
export * from './shrinkage/shrink-units.ts'

// stocks
export * from './stocks/affective-retention.ts'
export * from './stocks/experience-debt.ts'
export * from './stocks/experience-stocks.ts'
export * from './stocks/stock-retention.ts'

// suppression
export * from './suppression/change-may-be-shown.ts'
export * from './suppression/subset-may-be-shown.ts'
export * from './suppression/suppress-cells.ts'
export * from './suppression/suppress-groups.ts'

// survival
export * from './survival/attributable-fraction.ts'
export * from './survival/cox-predictions.ts'
export * from './survival/cox-regression.ts'
export * from './survival/cumulative-incidence.ts'
export * from './survival/discrete-hazard.ts'
export * from './survival/log-rank.ts'
export * from './survival/penalised-cox.ts'
export * from './survival/survival-curve.ts'

// text
export * from './text/aspect-sentiment.ts'
export * from './text/english-sentiment.ts'
export * from './text/french-sentiment.ts'
export * from './text/keyness.ts'
export * from './text/lexicon-sentiment.ts'
export * from './text/phrase-weights.ts'
export * from './text/sentiment-lexicon.ts'
export * from './text/sentiment-model.ts'
export * from './text/term-weights.ts'
export * from './text/text-classifier.ts'
export * from './text/text-sentiment.ts'
export * from './text/topic-factors.ts'
export * from './text/topic-stability.ts'
export * from './text/words-of.ts'

// weighting
export * from './weighting/calibrated-mean.ts'
export * from './weighting/fit-table.ts'
export * from './weighting/merge-thin-levels.ts'
export * from './weighting/rake-weights.ts'
export * from './weighting/response-representativity.ts'
export * from './weighting/worst-case-nps.ts'
