import type { Computation } from '../../foundations/computation/computation.ts'
import type { Ledger, WorkspaceTransaction } from '../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../foundations/ledger/migration.ts'
import type { Warehouse } from '../../foundations/warehouse/warehouse.ts'
import type { Journey } from '../design/contract.ts'
import type { ExperienceGuard } from '../strategy/contract.ts'
import { acquisitionRoutes } from './acquisition/acquisition.routes.ts'
import { arrivalFacts } from './acquisition/arrivals.facts.ts'
import { analysisRoutes } from './analyses/analyses.routes.ts'
import { analysisResults } from './analyses/analysis-result.ledger.ts'
import { type AnalysisRunner, analysisRunner } from './analyses/run-analyses.job.ts'
import { annotationRecords } from './annotations/annotation.ledger.ts'
import { annotationRoutes } from './annotations/annotation.routes.ts'
import { capitalRoutes } from './capital/capital.routes.ts'
import { experienceFacts } from './capital/experience.facts.ts'
import { carryOverRoutes } from './carry-over/carry-over.routes.ts'
import { momentFacts } from './carry-over/lived-moments.facts.ts'
import { alertRoutes } from './change/alert.routes.ts'
import { alertsSeen } from './change/alert-seen.ledger.ts'
import { changeRoutes, changesReader } from './change/changes.routes.ts'
import { type CompositionNeeds, compositionRoutes } from './composition/composition.routes.ts'
import { driverResponses } from './drivers/drivers.facts.ts'
import { driverAnalysis } from './drivers/drivers.job.ts'
import { driverRoutes } from './drivers/drivers.routes.ts'
import { followedPeople } from './drivers/followed-people.facts.ts'
import { driverResponsesBeside } from './drivers/responses-beside.facts.ts'
import { ensembleRoutes } from './ensemble/ensemble.routes.ts'
import { livedFacts } from './ensemble/lived-cells.facts.ts'
import { figureFacts } from './figures/figures.facts.ts'
import { figureReader, figureRoutes } from './figures/figures.routes.ts'
import type { Binding, FigureNeeds } from './figures/understand-question.ts'
import { fragilityRoutes } from './fragility/fragility.routes.ts'
import { intentionsRoutes } from './intentions/intentions.routes.ts'
import { foundKinds } from './library/found-kinds.facts.ts'
import { libraryRoutes } from './library/library.routes.ts'
import { answerClustering } from './linkage/answer-clustering.facts.ts'
import { linkageRoutes } from './linkage/linkage.routes.ts'
import { measureRecords } from './measures/measure.ledger.ts'
import { measureRoutes, measuresWithUnit, methodDescriptions } from './measures/measure.routes.ts'
import { momentAnalysis } from './moments/moments.job.ts'
import { momentRoutes } from './moments/moments.routes.ts'
import { pricingFacts } from './pricing/pricing.facts.ts'
import { pricingRoutes } from './pricing/pricing.routes.ts'
import { purchaseFacts } from './purchases/purchases.facts.ts'
import { scaleAnswers } from './scale-quality/scale-answers.facts.ts'
import { scaleQualityAnalysis } from './scale-quality/scale-quality.job.ts'
import { scaleQualityRoutes } from './scale-quality/scale-quality.routes.ts'
import { scorecardRoutes } from './scorecard/scorecard.routes.ts'
import { departureFacts } from './win-back/departures.facts.ts'
import { winBackRoutes } from './win-back/win-back.routes.ts'

export interface MeasurementRoomNeeds extends Pick<FigureNeeds, 'touchpoints' | 'standards' | 'units'> {
  readonly ledger: Ledger
  readonly warehouse: Warehouse
  /** Where heavy analyses run. */
  readonly computation: Computation
  /** Journeys as they are designed. */
  readonly journeys: (binding: Binding) => Promise<Journey[]>
  /** Teams, and pillars of the platform, as strategy states them. */
  readonly teams: CompositionNeeds['teams']
  readonly pillars: CompositionNeeds['pillars']
  /** Whether a change leaves the experience whole; given by strategy. */
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export async function measurementRoom({
  ledger,
  warehouse,
  computation,
  guard,
  journeys,
  ...others
}: MeasurementRoomNeeds) {
  const measures = measureRecords({ ledger, guard })
  const figures: FigureNeeds = {
    ...others,
    facts: figureFacts(warehouse),
    measures: measures.list,
    clock: ledger.clock,
  }
  const responses = driverResponses(warehouse)
  const [beside, people] = [driverResponsesBeside(warehouse), followedPeople(warehouse)]
  const scale = scaleQualityAnalysis(scaleAnswers(warehouse))
  const runner = analysisRunner({
    computation,
    results: analysisResults(ledger),
    dataVersion: warehouse.dataVersion,
  })
  return {
    router: {
      measures: measureRoutes(measures),
      measureLibrary: libraryRoutes({ records: measures, found: foundKinds(warehouse) }),
      figures: figureRoutes(figures),
      analyses: analysisRoutes(runner),
      drivers: driverRoutes({
        figures,
        runner,
        people,
        analysis: driverAnalysis({ responses: beside, people }),
      }),
      ...changeDrawers({ ledger, guard, figures, runner }),
      linkage: linkageRoutes({ figures, runner, clustering: answerClustering(warehouse) }),
      ...purchaseDrawers({ warehouse, figures, runner }),
      ensemble: ensembleRoutes({
        ...{ figures, runner, journeys, responses },
        lived: livedFacts(warehouse),
      }),
      carryOver: carryOverRoutes({ figures, runner, journeys, moments: momentFacts(warehouse) }),
      scorecard: scorecardRoutes({ figures, runner }),
      composition: compositionRoutes({ ...others, figures, runner }),
      scaleQuality: scaleQualityRoutes({ figures, runner, analysis: scale }),
      moments: momentRoutes({ figures, runner, journeys, analysis: momentAnalysis(responses) }),
    },
    migrations: await readMigrations(new URL('./migrations/', import.meta.url), 'measurement'),
    /** For the rooms that read them. */
    records: {
      measures: measuresWithUnit(measures),
      figures: figureReader(figures),
      methods: methodDescriptions,
    },
  }
}

interface PurchaseDrawersNeeds extends Pick<MeasurementRoomNeeds, 'warehouse'> {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
}

/** What people bought, said they would, and what of it hangs on how they are treated. */
function purchaseDrawers({ warehouse, figures, runner }: PurchaseDrawersNeeds) {
  const purchases = purchaseFacts(warehouse)
  const departures = departureFacts(warehouse)
  const experiences = experienceFacts(warehouse)
  const facts = pricingFacts(warehouse, purchases)
  return {
    fragility: fragilityRoutes({ figures, runner, facts: purchases }),
    winBack: winBackRoutes({ figures, runner, facts: purchases, departures }),
    pricing: pricingRoutes({ figures, runner, money: purchases.money, facts }),
    capital: capitalRoutes({ figures, runner, purchases, departures, experiences }),
    intentions: intentionsRoutes({ figures, runner, purchases, departures }),
    acquisition: acquisitionRoutes({ figures, runner, purchases, arrivals: arrivalFacts(warehouse) }),
  }
}

interface ChangeDrawersNeeds extends Pick<MeasurementRoomNeeds, 'ledger' | 'guard'> {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
}

/** What changed, what happened then, and what of it somebody has to look at. */
function changeDrawers({ ledger, guard, figures, runner }: ChangeDrawersNeeds) {
  const annotations = annotationRecords({ ledger, guard })
  const changes = changesReader({ figures, runner, annotations: annotations.list })
  return {
    changes: changeRoutes(changes),
    annotations: annotationRoutes(annotations),
    alerts: alertRoutes({ changes, seen: alertsSeen(ledger) }),
  }
}
