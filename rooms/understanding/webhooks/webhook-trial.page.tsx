import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { YamlField } from '../../../foundations/ui/form/yaml-field.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { useFaultSaid } from '../events/use-fault-said.page.ts'
import { type TriedEvent, webhookContract } from './webhook.contract.ts'
import styles from './webhook.module.css'
import { webhookWords } from './webhook.words.ts'

interface TrialProps {
  readonly mapping: string
  readonly onMapping: (mapping: string) => void
}

const settledMs = 350

/** The mapping checked as it is written, and the delivery read by it once it fits. */
function useTrial(mapping: string, delivery: string) {
  const { workspace } = useSession()
  const { query } = useApi(webhookContract)
  const [settled] = useDebouncedValue(mapping, settledMs)
  const [body] = useDebouncedValue(delivery.trim(), settledMs)
  const isTried = body !== ''
  return useQuery(
    query.webhooks.try.queryOptions({
      input: { workspace, mapping: settled, ...(isTried && { delivery: body }) },
      placeholderData: keepPreviousData,
      retry: false,
    }),
  )
}

function Saying({ event }: { readonly event: TriedEvent }) {
  const say = useWords(webhookWords)
  const language = useLanguage()
  const faultSaid = useFaultSaid()
  const { becomes, facts, held, fault } = event
  if (fault) return <li>{faultSaid(fault.code)}</li>
  if (held)
    return <li>{say(held.reason === 'name-unknown' ? 'heldName' : 'heldTouchpoint', { key: held.key })}</li>
  if (facts.length === 0) return becomes === 'facts' ? <li>{say('noFact')}</li> : null
  return facts.map(({ fact, said }) => <li key={`${fact} ${said.en}`}>{textIn(said, language)}</li>)
}

const signs = { facts: '✓', held: '…', ignored: '–', invalid: '✕' } as const

function Tried({ event }: { readonly event: TriedEvent }) {
  const say = useWords(webhookWords)
  const { name, person, occurredAt, becomes } = event
  const about = [person, occurredAt].filter((part) => part !== '').join(' · ')
  return (
    <li className={styles.tried}>
      <p>
        <span aria-hidden="true">{signs[becomes]} </span>
        <b>{name || say('noName')}</b> · {say(becomes)}
      </p>
      {about === '' ? null : <p className={styles.about}>{about}</p>}
      <ul>
        <Saying event={event} />
      </ul>
    </li>
  )
}

function TriedEvents({ events }: { readonly events: readonly TriedEvent[] }) {
  const say = useWords(webhookWords)
  return (
    <div role="status" aria-label={say('tried')}>
      {events.length === 0 ? (
        <p>{say('noEvents')}</p>
      ) : (
        <ol>
          {events.map((event) => (
            <Tried key={event.index} event={event} />
          ))}
        </ol>
      )}
    </div>
  )
}

/** How deliveries become events, and what one that is pasted would become. */
export function WebhookTrial({ mapping, onMapping }: TrialProps) {
  const say = useWords(webhookWords)
  const [delivery, setDelivery] = useState('')
  const trial = useTrial(mapping, delivery)
  const isTried = delivery.trim() !== '' && trial.data?.findings.length === 0
  return (
    <>
      <YamlField
        label={say('mapping')}
        description={say('mappingHint')}
        value={mapping}
        onChange={onMapping}
        findings={trial.data?.findings}
        rows={11}
      />
      <Textarea
        label={say('delivery')}
        description={say('deliveryHint')}
        classNames={{ input: styles.code }}
        value={delivery}
        onChange={(event) => setDelivery(event.currentTarget.value)}
        rows={6}
        spellCheck={false}
      />
      {trial.isError ? <Failed error={trial.error} /> : null}
      {isTried && !trial.isError ? <TriedEvents events={trial.data?.events ?? []} /> : null}
    </>
  )
}
