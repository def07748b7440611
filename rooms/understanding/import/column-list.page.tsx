import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ColumnChoice, KnownTouchpoint } from './column-choice.page.ts'
import { ColumnRow } from './column-row.page.tsx'
import { columnWords } from './columns.words.ts'
import styles from './import.module.css'
import type { Wizard } from './use-wizard.page.ts'

const shownAtOnce = 40
const unsureBelow = 0.75

const filters = {
  showAll: () => true,
  showUsed: ({ role }: ColumnChoice) => role !== 'ignore',
  showUnsure: ({ role, proposal }: ColumnChoice) =>
    proposal.confidence < unsureBelow || (role === 'ignore' && proposal.role !== 'ignore'),
} as const
type Filter = keyof typeof filters

interface ListProps {
  readonly wizard: Wizard
  readonly touchpoints: readonly KnownTouchpoint[]
}

/** Which columns are listed: all, those used or those to look at, by name, some at a time. */
function useShown(choices: readonly ColumnChoice[]) {
  const [filter, setFilter] = useState<Filter>('showAll')
  const [find, setFind] = useState('')
  const [most, setMost] = useState(shownAtOnce)
  const wanted = find.trim().toLowerCase()
  const named = ({ column, proposal }: ColumnChoice) =>
    `${column} ${proposal.label}`.toLowerCase().includes(wanted)
  const fitting = choices.filter((choice) => filters[filter](choice) && named(choice))
  return {
    ...{ filter, setFilter, find, setFind },
    shown: fitting.slice(0, most),
    left: Math.max(0, fitting.length - most),
    showMore: () => setMost((now) => now + shownAtOnce),
  }
}

/** Every column with what stands in it, what it is taken for and how it is read. */
export function ColumnList({ wizard, touchpoints }: ListProps) {
  const say = useWords(columnWords)
  const { choices } = wizard
  const list = useShown(choices)
  const suggestions = useId()
  const options = (Object.keys(filters) as Filter[]).map((value) => ({
    value,
    label: say(value, { count: choices.filter(filters[value]).length }),
  }))
  return (
    <>
      <datalist id={suggestions}>
        {touchpoints.map(({ key, name }) => (
          <option key={key} value={key} label={name} />
        ))}
      </datalist>
      <div className={styles.filters}>
        <NativeSelect
          label={say('show')}
          data={options}
          value={list.filter}
          onChange={(event) => list.setFilter(event.currentTarget.value as Filter)}
        />
        <TextInput
          label={say('find')}
          value={list.find}
          onChange={(event) => list.setFind(event.currentTarget.value)}
        />
      </div>
      <div className={styles.heads} aria-hidden="true">
        <span>{say('headColumn')}</span>
        <span>{say('headRole')}</span>
        <span>{say('headRead')}</span>
      </div>
      {list.shown.length === 0 ? <p className={styles.muted}>{say('noColumn')}</p> : null}
      <ul>
        {list.shown.map((choice) => (
          <ColumnRow key={`${choices.indexOf(choice)}`} {...{ choice, wizard, touchpoints, suggestions }} />
        ))}
      </ul>
      {list.left > 0 ? (
        <Button variant="default" onClick={list.showMore}>
          {say('more', { count: Math.min(list.left, shownAtOnce) })}
        </Button>
      ) : null}
    </>
  )
}
