import { Button, UnstyledButton } from '@mantine/core'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ExperienceChange, ExperienceFinding } from '../contract.ts'
import styles from './experience-file.module.css'
import { experienceFileWords } from './experience-file.words.ts'

interface CheckOutcomeProps {
  readonly findings: readonly ExperienceFinding[] | undefined
  readonly changes: readonly ExperienceChange[] | undefined
  readonly applied: readonly ExperienceChange[] | undefined
  readonly onFind: (finding: ExperienceFinding) => void
}

function Findings({
  findings,
  onFind,
}: Pick<Required<CheckOutcomeProps>, 'onFind'> & { findings: readonly ExperienceFinding[] }) {
  const say = useWords(experienceFileWords)
  return (
    <>
      <p className={styles.bad}>
        <span aria-hidden="true">✕ </span>
        {say('findingCount', { count: findings.length })}
      </p>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.line}:${finding.column}:${finding.message}`} className={styles.finding}>
            <UnstyledButton className={styles.place} onClick={() => onFind(finding)}>
              {say('place', { line: finding.line, column: finding.column })}
            </UnstyledButton>
            <p>{finding.message}</p>
            <p className={styles.muted}>{finding.hint}</p>
            <p className={styles.path}>{finding.path}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Changes({ changes }: { readonly changes: readonly ExperienceChange[] }) {
  const say = useWords(experienceFileWords)
  return (
    <DataTable
      caption={say('change')}
      maxHeight={420}
      rows={changes}
      rowKey={(row) => `${row.section} ${row.key}`}
      columns={[
        { key: 'section', label: say('section'), cell: (row) => row.section, sortBy: (row) => row.section },
        { key: 'key', label: say('key'), cell: (row) => row.key, sortBy: (row) => row.key },
        { key: 'change', label: say('change'), cell: (row) => say(row.change), sortBy: (row) => row.change },
      ]}
    />
  )
}

/** What is wrong and where; or what would change; or what has changed, and what to do next. */
export function CheckOutcome({ findings, changes, applied, onFind }: CheckOutcomeProps) {
  const say = useWords(experienceFileWords)
  if (applied)
    return (
      <div role="status">
        <p className={styles.good}>
          <span aria-hidden="true">✓ </span>
          {applied.length === 0 ? say('appliedNone') : say('appliedCount', { count: applied.length })}
        </p>
        <div className={styles.buttons}>
          <Button component={ScreenLink} to="understanding/imports" variant="default">
            {say('next')}
          </Button>
          <Button component={ScreenLink} to="cockpit" variant="default">
            {say('cockpit')}
          </Button>
        </div>
        {applied.length > 0 ? <Changes changes={applied} /> : null}
      </div>
    )
  if (!findings || !changes) return <p className={styles.muted}>{say('notChecked')}</p>
  if (findings.length > 0) return <Findings findings={findings} onFind={onFind} />
  return (
    <div role="status">
      <p className={styles.good}>
        <span aria-hidden="true">✓ </span>
        {changes.length === 0 ? say('noChange') : say('changeCount', { count: changes.length })}
      </p>
      {changes.length > 0 ? <Changes changes={changes} /> : null}
    </div>
  )
}
