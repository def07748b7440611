import { documentSection } from '../../../foundations/ledger/document-section.ts'
import type { WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ExperienceRefusal, ExperienceSection } from '../../strategy/contract.ts'
import type { Annotation } from './annotation.contract.ts'
import { annotationOutline } from './annotation-outline.ts'

const { table, stored, records } = documentSection<Annotation, ExperienceRefusal>({
  section: annotationOutline.name,
  noun: 'annotation',
})

export const annotationTable = table

export const annotationSection: ExperienceSection<WorkspaceTransaction, Annotation[]> = {
  ...annotationOutline,
  ...stored,
}

export const annotationRecords = records
export type AnnotationRecords = ReturnType<typeof annotationRecords>
