import { NativeSelect } from '@mantine/core'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { type ChosenRole, withRole } from './column-choice.page.ts'
import { ColumnReading } from './column-reading.page.tsx'
import type { ColumnRowProps } from './column-row-props.page.ts'
import { columnWords } from './columns.words.ts'
import { draftRoles } from './draft.contract.ts'
import styles from './import.module.css'

const roles: readonly ChosenRole[] = [...draftRoles, 'ignore']

function Head({ choice }: Pick<ColumnRowProps, 'choice'>) {
  const say = useWords(columnWords)
  const { proposal, column } = choice
  return (
    <div className={styles.head}>
      <b>{column}</b>
      {proposal.label === column ? null : <span className={styles.small}>{proposal.label}</span>}
      <span className={styles.samples}>
        {proposal.samples.length === 0
          ? say('empty')
          : proposal.samples.map((sample) => <code key={sample}>{sample}</code>)}
      </span>
    </div>
  )
}

function Why({ choice: { role, proposal } }: Pick<ColumnRowProps, 'choice'>) {
  const say = useWords(columnWords)
  const language = useLanguage()
  const { percent } = useFormats()
  const offered = role === 'ignore' && proposal.role !== 'ignore'
  const changed = role !== proposal.role && !offered
  return (
    <p className={styles.why}>
      {changed ? `${say('changed')} ` : `${textIn(proposal.why, language)} `}
      {offered ? `${say('perhaps', { role: say(proposal.role) })} ` : null}
      {changed ? null : (
        <span className={styles.sure}>{say('sure', { percent: percent(proposal.confidence) })}</span>
      )}
    </p>
  )
}

/** One column: what stands in it, what it is and why, how it is read. */
export function ColumnRow(props: ColumnRowProps) {
  const say = useWords(columnWords)
  const { choice, wizard } = props
  const { column, role } = choice
  return (
    <li className={styles.column} data-unused={role === 'ignore' || undefined}>
      <Head choice={choice} />
      <div>
        <NativeSelect
          aria-label={say('roleOf', { column })}
          value={role}
          data={roles.map((value) => ({ value, label: say(value) }))}
          onChange={(event) => {
            const to = event.currentTarget.value as ChosenRole
            wizard.change(column, (one) => withRole(one, to))
          }}
        />
        <Why choice={choice} />
      </div>
      <ColumnReading {...props} />
    </li>
  )
}
