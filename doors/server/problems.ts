import { accessProblems } from '../../foundations/access/access.contract.ts'
import { httpProblems, type ProblemTable } from '../../foundations/http/problem.contract.ts'
import { warehouseProblems } from '../../foundations/warehouse/warehouse.contract.ts'
import { designProblems } from '../../rooms/design/contract.ts'
import { annotationProblems } from '../../rooms/measurement/annotations/annotation.contract.ts'
import { alertProblems } from '../../rooms/measurement/change/alert.contract.ts'
import { compositionProblems } from '../../rooms/measurement/composition/composition.contract.ts'
import { measurementProblems } from '../../rooms/measurement/contract.ts'
import { driverProblems } from '../../rooms/measurement/drivers/drivers.contract.ts'
import { libraryProblems } from '../../rooms/measurement/library/library.contract.ts'
import { formulaProblems } from '../../rooms/measurement/measures/formula.contract.ts'
import { scaleQualityProblems } from '../../rooms/measurement/scale-quality/scale-quality.contract.ts'
import { strategyProblems } from '../../rooms/strategy/contract.ts'
import { understandingProblems } from '../../rooms/understanding/contract.ts'
import { eventProblems } from '../../rooms/understanding/events/event.contract.ts'
import { mappingProblems } from '../../rooms/understanding/import/mapping.contract.ts'
import { scheduleProblems } from '../../rooms/understanding/import/schedule/schedule.contract.ts'
import { sourceProblems } from '../../rooms/understanding/sources/source.contract.ts'
import { webhookProblems } from '../../rooms/understanding/webhooks/webhook.contract.ts'

/** Every refusal of every part, by code. */
export function allProblems(): ProblemTable {
  return {
    ...httpProblems,
    ...accessProblems,
    ...warehouseProblems,
    ...strategyProblems,
    ...understandingProblems,
    ...mappingProblems,
    ...scheduleProblems,
    ...eventProblems,
    ...webhookProblems,
    ...sourceProblems,
    ...designProblems,
    ...measurementProblems,
    ...formulaProblems,
    ...compositionProblems,
    ...driverProblems,
    ...libraryProblems,
    ...scaleQualityProblems,
    ...annotationProblems,
    ...alertProblems,
  }
}
