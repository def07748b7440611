import { useRef, useState } from 'react'
import { useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay } from '../../../foundations/ui/session/session-context.ts'
import { Empty } from '../../../foundations/ui/state/empty.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { DeadLetters } from './dead-letters.page.tsx'
import type { HeldGroup } from './event.contract.ts'
import styles from './event.module.css'
import { eventWords } from './event.words.ts'
import { EventTableEditor } from './event-table-editor.page.tsx'
import { groupKey, isUnknown, sumOf } from './held-groups.page.ts'
import { HowToSend } from './how-to-send.page.tsx'
import { type KnownTouchpoint, UnknownItem } from './unknown-item.page.tsx'
import { useHeld } from './use-events.page.ts'

interface EventsPageProps {
  readonly touchpoints: readonly KnownTouchpoint[]
}

interface WaitingProps extends EventsPageProps {
  readonly groups: readonly HeldGroup[]
  readonly onRule: (group: HeldGroup) => void
}

function Waiting({ groups, touchpoints, onRule }: WaitingProps) {
  const say = useWords(eventWords)
  const mayMap = useMay('facts:write')
  const unknown = groups.filter(isUnknown)
  return (
    <Card title={say('toMap')} note={say('toMapNote')}>
      {mayMap ? null : <p className={styles.muted}>{say('mayNot')}</p>}
      {unknown.length === 0 ? (
        <Empty title={say('noneToMap')}>{say('noneToMapText')}</Empty>
      ) : (
        <ul>
          {unknown.map((group) => (
            <UnknownItem key={groupKey(group)} {...{ group, touchpoints }} onRule={() => onRule(group)} />
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The groups of one source, where the address names one. */
function useShown(groups: readonly HeldGroup[]) {
  const source = useSearchValue('source')
  return { source, shown: source ? groups.filter((group) => group.source === source) : groups }
}

function Title({ groups }: { readonly groups: readonly HeldGroup[] }) {
  const say = useWords(eventWords)
  const { number } = useFormats()
  const { source } = useShown(groups)
  const count = sumOf(groups.filter(isUnknown))
  const title = count > 0 ? say('titleWaiting', { count, shown: number(count) }) : say('titleNone')
  const only = source ? (
    <p className={styles.only}>
      {say('onlySource', { source })} ·{' '}
      <ScreenLink to="understanding/events" search={{ source: undefined }} className={styles.link}>
        {say('allSources')}
      </ScreenLink>
    </p>
  ) : null
  return <PageHead title={title} documentTitle={say('title')} note={say('note')} tags={only} />
}

function Events({ groups: all, touchpoints }: EventsPageProps & { readonly groups: readonly HeldGroup[] }) {
  const { shown } = useShown(all)
  const [begun, setBegun] = useState<HeldGroup | null>(null)
  const editor = useRef<HTMLDivElement>(null)
  const beginRule = (group: HeldGroup) => {
    setBegun(group)
    editor.current?.scrollIntoView({ block: 'start' })
    editor.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }
  return (
    <>
      <Title groups={shown} />
      <Row>
        <Waiting groups={shown} touchpoints={touchpoints} onRule={beginRule} />
        <DeadLetters groups={shown.filter((group) => !isUnknown(group))} />
      </Row>
      <div ref={editor} className={styles.editor}>
        <Row>
          <EventTableEditor begun={begun} onTaken={() => setBegun(null)} />
          <HowToSend />
        </Row>
      </div>
    </>
  )
}

/** What waits to be understood, what cannot be read, the rules, and how to send. */
export function EventsPage({ touchpoints }: EventsPageProps) {
  const held = useHeld()
  return (
    <QueryState query={held} height={420}>
      {({ held: groups }) => <Events groups={groups} touchpoints={touchpoints} />}
    </QueryState>
  )
}
