import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { aboutTouchpoint, faultOf } from './column-choice.page.ts'
import type { ColumnRowProps } from './column-row-props.page.ts'
import { columnWords } from './columns.words.ts'
import styles from './import.module.css'
import { ScoreReading } from './score-reading.page.tsx'

const commonStyles = [
  'iso',
  'yyyy-MM-dd',
  'dd/MM/yyyy',
  'd/M/yyyy',
  'MM/dd/yyyy',
  'M/d/yyyy',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'yyyyMMdd',
  'dd/MM/yyyy HH:mm',
  'yyyy-MM-dd HH:mm:ss',
]

function KeyField({ choice, wizard, touchpoints, suggestions }: ColumnRowProps) {
  const say = useWords(columnWords)
  const { role, key, column } = choice
  const about = aboutTouchpoint(role)
  const label = about ? 'about' : role === 'segment' ? 'segmentName' : 'outcomeName'
  const known = touchpoints.find((one) => one.key === key)
  const fault = faultOf(choice) === 'keyFault'
  const hint = known ? known.name : say('notDesigned')
  return (
    <TextInput
      label={say(label)}
      aria-label={about ? say('aboutOf', { column }) : undefined}
      description={about && !fault ? hint : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={key}
      list={about ? suggestions : undefined}
      error={fault ? say('keyFault') : null}
      onChange={(event) => {
        const typed = event.currentTarget.value
        wizard.change(column, (one) => ({ ...one, key: typed }))
      }}
    />
  )
}

function DateField({ choice, wizard }: ColumnRowProps) {
  const say = useWords(columnWords)
  const { column, proposal } = choice
  const now = (choice.formats ?? []).join(' | ')
  const proposed = (proposal.formats ?? []).join(' | ')
  const offered = [...new Set([proposed, now, ...commonStyles])].filter((one) => one !== '')
  const named = (style: string) =>
    style === 'd' ? say('dateDays') : style === 'iso' ? say('dateIso') : style
  return (
    <NativeSelect
      label={say('dateStyle')}
      value={now}
      data={offered.map((value) => ({ value, label: named(value) }))}
      onChange={(event) => {
        const formats = event.currentTarget.value.split(' | ')
        wizard.change(column, (one) => ({ ...one, formats }))
      }}
    />
  )
}

/** What has to be known of a column besides its role, editable where it matters. */
export function ColumnReading(props: ColumnRowProps) {
  const { role } = props.choice
  const byRow = props.wizard.choices.some((choice) => choice.role === 'touchpoint')
  if (role === 'date') return <div className={styles.reading}>{<DateField {...props} />}</div>
  if (role === 'score')
    return (
      <div className={styles.reading}>
        {byRow ? null : <KeyField {...props} />}
        <ScoreReading {...props} />
      </div>
    )
  if (aboutTouchpoint(role) || role === 'segment' || role === 'outcome')
    return (
      <div className={styles.reading}>
        <KeyField {...props} />
      </div>
    )
  return <div />
}
