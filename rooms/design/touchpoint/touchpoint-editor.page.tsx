import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { keyOfName } from '../../../foundations/ui/form/key-of-name.ts'
import { RemoveButton } from '../../../foundations/ui/form/remove-button.tsx'
import { TwoTextInput } from '../../../foundations/ui/form/two-text-input.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { strategyContract } from '../../strategy/contract.ts'
import { designContract, type Touchpoint } from '../contract.ts'
import styles from './touchpoint.module.css'
import { touchpointWords } from './touchpoint.words.ts'
import { draftOf, type MeasureChoice, type TouchpointDraft, touchpointOf } from './touchpoint-draft.page.ts'

interface FieldsProps {
  readonly draft: TouchpointDraft
  readonly set: (change: Partial<TouchpointDraft>) => void
}

function useListedChoices() {
  const language = useLanguage()
  const { workspace } = useSession()
  const { query } = useApi(strategyContract)
  const teams = useQuery(query.teams.list.queryOptions({ input: { workspace } }))
  const platform = useQuery(query.platform.get.queryOptions({ input: { workspace } }))
  const choice = ({ key, name }: { key: string; name: Touchpoint['name'] }) => ({
    value: key,
    label: textIn(name, language),
  })
  return {
    teams: (teams.data?.teams ?? []).map(choice),
    pillars: (platform.data?.platform?.pillars ?? []).map(choice),
  }
}

function WhatFields({ draft, set, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const say = useWords(touchpointWords)
  const { teams, pillars } = useListedChoices()
  return (
    <div className={styles.fields}>
      <TwoTextInput label={say('name')} value={draft.name} onChange={(name) => set({ name })} />
      {isNew ? (
        <TextInput
          label={say('key')}
          description={say('keyRule')}
          value={draft.key || keyOfName(draft.name.en || draft.name.fr)}
          onChange={(event) => set({ key: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label={say('channel')}
        description={say('channelHint')}
        value={draft.channel}
        onChange={(event) => set({ channel: event.currentTarget.value })}
      />
      <Select
        label={say('owner')}
        placeholder={say('nobody')}
        data={teams}
        value={draft.owner || null}
        onChange={(owner) => set({ owner: owner ?? '' })}
        clearButtonProps={{ 'aria-label': say('clear', { label: say('owner') }) }}
        clearable
        allowDeselect
      />
      <Select
        label={say('pillar')}
        placeholder={say('noPillar')}
        data={pillars}
        value={draft.pillar || null}
        onChange={(pillar) => set({ pillar: pillar ?? '' })}
        clearButtonProps={{ 'aria-label': say('clear', { label: say('pillar') }) }}
        clearable
        allowDeselect
      />
    </div>
  )
}

function useTargetHint(measure: MeasureChoice | undefined): string {
  const say = useWords(touchpointWords)
  const { number } = useFormats()
  if (!measure) return say('targetPlain')
  if (measure.unit === 'share') return say('targetShare')
  if (measure.unit === 'points') return say('targetPoints')
  return say('targetScore', { low: number(measure.scale.low), high: number(measure.scale.high) })
}

function PromiseFields({
  draft,
  set,
  measures,
}: FieldsProps & { readonly measures: readonly MeasureChoice[] }) {
  const say = useWords(touchpointWords)
  const hint = useTargetHint(measures.find((one) => one.key === draft.measure))
  return (
    <div className={styles.fields}>
      <TwoTextInput
        label={say('statement')}
        value={draft.statement}
        onChange={(statement) => set({ statement })}
        long
      />
      <Select
        label={say('measure')}
        data={measures.map(({ key, name }) => ({ value: key, label: name }))}
        value={draft.measure || null}
        onChange={(measure) => set({ measure: measure ?? '' })}
        clearButtonProps={{ 'aria-label': say('clear', { label: say('measure') }) }}
        clearable
        allowDeselect
      />
      <TextInput
        label={say('target')}
        description={hint}
        inputMode="decimal"
        value={draft.target}
        onChange={(event) => set({ target: event.currentTarget.value })}
      />
    </div>
  )
}

function useTouchpointChanges(key: string | undefined) {
  const { workspace } = useSession()
  const { query } = useApi(designContract)
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await client.invalidateQueries()
    await navigate({ to: `/w/${workspace}/design/touchpoints` as string })
  }
  const put = useMutation(query.touchpoints.put.mutationOptions({ onSuccess: leave }))
  const remove = useMutation(query.touchpoints.remove.mutationOptions({ onSuccess: leave }))
  return {
    put,
    remove,
    save: (touchpoint: Touchpoint) => put.mutate({ workspace, ...touchpoint }),
    drop: (done: () => void) => remove.mutate({ workspace, key: key ?? '' }, { onSuccess: done }),
  }
}

interface EditorProps {
  /** Absent for a new touchpoint. */
  readonly touchpoint: Touchpoint | undefined
  readonly measures: readonly MeasureChoice[]
}

function Actions({
  touchpoint,
  changes,
}: {
  touchpoint: Touchpoint
  changes: ReturnType<typeof useTouchpointChanges>
}) {
  const say = useWords(touchpointWords)
  const language = useLanguage()
  const mayWrite = useMay('records:write')
  return (
    <>
      {mayWrite ? (
        <RemoveButton
          name={textIn(touchpoint.name, language)}
          label={say('remove')}
          onRemove={changes.drop}
          removing={changes.remove.isPending}
          error={changes.remove.error}
        />
      ) : null}
      <Button component={ScreenLink} to={`measurement/touchpoints/${touchpoint.key}`} variant="default">
        {say('seeLived')}
      </Button>
    </>
  )
}

/** Writes a touchpoint: what it is, who owns it, what is promised and what proves it. */
export function TouchpointEditor({ touchpoint, measures }: EditorProps) {
  const say = useWords(touchpointWords)
  const language = useLanguage()
  const mayWrite = useMay('records:write')
  const changes = useTouchpointChanges(touchpoint?.key)
  const [draft, setDraft] = useState(() => draftOf(touchpoint, measures))
  const [refusal, setRefusal] = useState<'required' | 'halfPromise' | null>(null)
  const set = (change: Partial<TouchpointDraft>) => setDraft((now) => ({ ...now, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const key = draft.key || keyOfName(draft.name.en || draft.name.fr)
    const written = touchpointOf({ ...draft, key }, measures)
    setRefusal(typeof written === 'string' ? written : null)
    if (typeof written !== 'string') changes.save(written)
  }
  return (
    <form onSubmit={submit}>
      <PageHead
        crumb={<ScreenLink to="design/touchpoints">{say('back')}</ScreenLink>}
        title={touchpoint ? textIn(touchpoint.name, language) : say('newTitle')}
        actions={touchpoint ? <Actions touchpoint={touchpoint} changes={changes} /> : null}
      />
      <Row>
        <Card title={say('what')} span={5}>
          <WhatFields draft={draft} set={set} isNew={!touchpoint} />
        </Card>
        <Card title={say('promise')} note={say('promiseNote')} span={7}>
          <PromiseFields draft={draft} set={set} measures={measures} />
        </Card>
      </Row>
      <div className={styles.foot}>
        {refusal ? (
          <p role="alert" className={styles.missing}>
            {say(refusal)}
          </p>
        ) : null}
        {changes.put.isError ? <Failed error={changes.put.error} /> : null}
        {mayWrite ? (
          <Button type="submit" loading={changes.put.isPending}>
            {say('save')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

interface EditorPageProps {
  readonly touchpointKey: string
  readonly measures: readonly MeasureChoice[]
}

/** The editor of a touchpoint that exists, or of a new one under the key `new`. */
export function TouchpointEditorPage({ touchpointKey, measures }: EditorPageProps) {
  const { workspace } = useSession()
  const { query } = useApi(designContract)
  const isNew = touchpointKey === 'new'
  const touchpoint = useQuery(
    query.touchpoints.get.queryOptions({ input: { workspace, key: touchpointKey }, enabled: !isNew }),
  )
  if (isNew) return <TouchpointEditor touchpoint={undefined} measures={measures} />
  if (touchpoint.isError) return <Failed error={touchpoint.error} />
  if (!touchpoint.data) return null
  return <TouchpointEditor key={touchpointKey} touchpoint={touchpoint.data} measures={measures} />
}
