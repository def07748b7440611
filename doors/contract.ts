import { accessContract } from '../foundations/access/access.contract.ts'
import { designContract } from '../rooms/design/contract.ts'
import { governanceContract } from '../rooms/governance/contract.ts'
import { analysisContract } from '../rooms/measurement/analyses/analyses.contract.ts'
import { annotationContract } from '../rooms/measurement/annotations/annotation.contract.ts'
import { alertContract } from '../rooms/measurement/change/alert.contract.ts'
import { measurementContract } from '../rooms/measurement/contract.ts'
import { libraryContract } from '../rooms/measurement/library/library.contract.ts'
import { strategyContract } from '../rooms/strategy/contract.ts'
import { understandingContract, uploadContract } from '../rooms/understanding/contract.ts'
import { eventContract, eventWires } from '../rooms/understanding/events/event.contract.ts'
import { draftContract } from '../rooms/understanding/import/draft.contract.ts'
import { mappingContract } from '../rooms/understanding/import/mapping.contract.ts'
import { scheduleContract } from '../rooms/understanding/import/schedule/schedule.contract.ts'
import { sourceContract } from '../rooms/understanding/sources/source.contract.ts'
import { webhookContract, webhookWire } from '../rooms/understanding/webhooks/webhook.contract.ts'

/** All that crosses the door, room by room. Web, command line and SDK are typed by it. */
export const contract = {
  access: accessContract,
  strategy: strategyContract,
  understanding: {
    ...understandingContract,
    ...mappingContract,
    ...scheduleContract,
    ...draftContract,
    ...eventContract,
    ...webhookContract,
    ...sourceContract,
  },
  design: designContract,
  measurement: {
    ...{ ...measurementContract, ...analysisContract, ...annotationContract, ...alertContract },
    ...libraryContract,
  },
  governance: governanceContract,
}

/** What crosses it as it arrives. */
export const streams = [uploadContract]

/** Formats of others that are served as they are. */
export const wires = [...Object.values(eventWires), webhookWire]
