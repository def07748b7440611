import { useParams } from '@tanstack/react-router'
import { EventsPage } from '../../../rooms/understanding/events/events.page.tsx'
import { SourcePage } from '../../../rooms/understanding/sources/source.page.tsx'
import { useTouchpoints } from './use-touchpoints.ts'

/** The source whose key stands in the address. */
export function SourceFrame() {
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  return <SourcePage sourceKey={key} />
}

/** Hands the events the touchpoints, which a later room holds. */
export function EventsFrame() {
  const { list } = useTouchpoints()
  return <EventsPage touchpoints={list} />
}
