import { useParams } from '@tanstack/react-router'
import { ImportPage } from '../../../rooms/understanding/import/import.page.tsx'
import { ImportDetailPage } from '../../../rooms/understanding/import/import-detail.page.tsx'
import { useTouchpoints } from './use-touchpoints.ts'

/** Hands the import the touchpoints, which a later room holds. */
export function ImportFrame() {
  const touchpoints = useTouchpoints()
  return <ImportPage touchpoints={touchpoints} />
}

/** The import whose id stands in the address. */
export function ImportDetailFrame() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <ImportDetailPage id={id} />
}
