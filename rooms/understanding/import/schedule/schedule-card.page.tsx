import { Button } from '@mantine/core'
import { RemoveButton } from '../../../../foundations/ui/form/remove-button.tsx'
import { Card, Row } from '../../../../foundations/ui/layout/card.tsx'
import { ScreenLink } from '../../../../foundations/ui/layout/screen-link.tsx'
import { useMay, useSession } from '../../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../../foundations/ui/state/failed.tsx'
import { DataTable, type TableColumn } from '../../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../../foundations/ui/words/use-words.ts'
import type { ScheduledFile, ScheduleRecord } from './schedule.contract.ts'
import styles from './schedule.module.css'
import { scheduleWords } from './schedule.words.ts'
import { ScheduleForm } from './schedule-form.page.tsx'
import { toldCounts } from './schedule-told.ts'
import { useScheduleDeeds } from './use-schedules.page.ts'

interface OneProps {
  readonly schedule: ScheduleRecord
}

interface ScheduleCardProps extends OneProps {
  readonly mappings: readonly string[]
  readonly keys: readonly string[]
  /** Whether the server has a folder to look into. */
  readonly inbox: boolean
}

function Rhythm({ schedule: { mapping, everyMinutes, paused, lastLookAt, nextLookAt } }: OneProps) {
  const say = useWords(scheduleWords)
  const { instant } = useFormats()
  const facts = [
    [say('mapping'), mapping],
    paused
      ? [say('whenLooked'), say('isPaused')]
      : [say('between'), say('rhythm', { minutes: everyMinutes })],
    [say('lastLook'), lastLookAt ? instant(lastLookAt) : say('never')],
    ...(nextLookAt ? [[say('nextLook'), instant(nextLookAt)] as const] : []),
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Counts({ schedule }: OneProps) {
  const say = useWords(scheduleWords)
  const { number } = useFormats()
  return (
    <dl className={styles.facts}>
      {toldCounts(schedule).map(([state, files]) => (
        <div key={state} className={styles.fact} data-state={state}>
          <dt>{say(state)}</dt>
          <dd>{number(files)}</dd>
        </div>
      ))}
    </dl>
  )
}

function useColumns(): TableColumn<ScheduledFile>[] {
  const say = useWords(scheduleWords)
  const { instant } = useFormats()
  const name = (file: ScheduledFile) =>
    file.import ? (
      <ScreenLink to={`understanding/imports/${file.import}`} className={styles.name}>
        {file.name}
      </ScreenLink>
    ) : (
      <span className={styles.name}>{file.name}</span>
    )
  return [
    { key: 'file', label: say('file'), cell: name, sortBy: (file) => file.name },
    { key: 'state', label: say('state'), cell: ({ state }) => say(state), sortBy: ({ state }) => say(state) },
    { key: 'reason', label: say('reason'), cell: ({ reason }) => reason ?? '' },
    {
      key: 'seen',
      label: say('seen'),
      cell: ({ seenAt }) => instant(seenAt),
      sortBy: ({ seenAt }) => seenAt,
    },
  ]
}

function Deeds({ schedule, mappings, keys, inbox }: ScheduleCardProps) {
  const say = useWords(scheduleWords)
  const { workspace } = useSession()
  const { remove, run } = useScheduleDeeds()
  const { key, name, looking } = schedule
  if (!inbox) return null
  return (
    <>
      <div className={styles.foot}>
        <Button
          variant="default"
          size="compact-sm"
          loading={looking || run.isPending}
          aria-label={say('runOf', { name })}
          onClick={() => run.mutate({ workspace, key })}
        >
          {say('run')}
        </Button>
        <ScheduleForm {...{ schedule, mappings, keys }} />
        <RemoveButton
          name={name}
          onRemove={(done) => remove.mutate({ workspace, key }, { onSuccess: done })}
          removing={remove.isPending}
          error={remove.error}
        />
      </div>
      {run.error ? <Failed error={run.error} /> : null}
    </>
  )
}

/** One folder: where it is, when it is looked into, what came of its files, and those that need somebody. */
export function ScheduleCard(props: ScheduleCardProps) {
  const { name, folder, pattern, problem, files, looking } = props.schedule
  const say = useWords(scheduleWords)
  const { workspace } = useSession()
  const mayWrite = useMay('facts:write')
  const columns = useColumns()
  const place = [workspace, folder, pattern].filter((part) => part !== '').join('/')
  return (
    <Row>
      <Card title={name} note={<span className={styles.place}>{place}</span>}>
        <Rhythm schedule={props.schedule} />
        <Counts schedule={props.schedule} />
        <p className={styles.status} data-problem={!looking} role="status">
          {looking ? say('looking') : (problem ?? '')}
        </p>
        {files.length > 0 ? (
          <div className={styles.files}>
            <DataTable
              caption={say('filesOf', { name })}
              rows={files}
              rowKey={(file) => file.name}
              columns={columns}
              maxHeight={420}
            />
          </div>
        ) : null}
        {mayWrite ? <Deeds {...props} /> : null}
      </Card>
    </Row>
  )
}
