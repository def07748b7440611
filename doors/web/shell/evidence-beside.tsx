import { lazy, Suspense } from 'react'
import type { EvidenceSubject } from '../../../foundations/ui/evidence/evidence-context.ts'

const FigureEvidence = lazy(async () => ({
  default: (await import('../../../rooms/measurement/evidence/figure-evidence.page.tsx')).FigureEvidence,
}))

interface EvidenceBesideProps {
  readonly subject: EvidenceSubject
  readonly onClose: () => void
}

/** The evidence of the figure that was asked for, loaded when it is. */
export function EvidenceBeside({ subject, onClose }: EvidenceBesideProps) {
  return (
    <Suspense fallback={null}>
      <FigureEvidence key={JSON.stringify(subject)} subject={subject} onClose={onClose} />
    </Suspense>
  )
}
