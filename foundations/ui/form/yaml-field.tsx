import { Textarea, UnstyledButton } from '@mantine/core'
import { type RefObject, useId, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import { formWords } from './form.words.ts'
import { placeInText, type TextFinding } from './text-finding.ts'
import styles from './yaml-field.module.css'

interface YamlFieldProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  /** Absent where the text is only shown. */
  readonly onChange?: ((value: string) => void) | undefined
  /** What does not fit, from top to bottom; undefined while nobody has checked. */
  readonly findings?: readonly TextFinding[] | undefined
  readonly rows?: number
}

function selectPlace(field: HTMLTextAreaElement | null, finding: TextFinding) {
  if (!field) return
  const { start, end, lines } = placeInText(field.value, finding)
  field.focus()
  field.setSelectionRange(start, end)
  field.scrollTop = Math.max(0, (finding.line - 4) * (field.scrollHeight / Math.max(1, lines)))
}

interface FindingsProps {
  readonly id: string
  readonly findings: readonly TextFinding[]
  readonly field: RefObject<HTMLTextAreaElement | null>
}

function Findings({ id, findings, field }: FindingsProps) {
  const say = useWords(formWords)
  const fits = findings.length === 0
  return (
    <div id={id} role="status">
      <p className={styles.count}>
        <span aria-hidden="true" data-sign={fits ? 'good' : 'bad'}>
          {fits ? '✓ ' : '✕ '}
        </span>
        {fits ? say('textFits') : say('textFindings', { count: findings.length })}
      </p>
      <ol className={styles.findings}>
        {findings.map((finding) => (
          <li key={`${finding.line}:${finding.column}:${finding.message}`}>
            <UnstyledButton className={styles.place} onClick={() => selectPlace(field.current, finding)}>
              {say('place', { line: finding.line, column: finding.column })}
            </UnstyledButton>
            {finding.message}
            <p className={styles.hint}>{finding.hint}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** A text in YAML, and what does not fit in it line by line; a finding takes the cursor to its place. */
export function YamlField({ label, description, value, onChange, findings, rows = 18 }: YamlFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  return (
    <div>
      <Textarea
        ref={field}
        label={label}
        description={description}
        classNames={{ input: styles.text }}
        value={value}
        readOnly={!onChange}
        onChange={(event) => onChange?.(event.currentTarget.value)}
        rows={rows}
        spellCheck={false}
        wrap="off"
        aria-invalid={findings && findings.length > 0 ? true : undefined}
        aria-describedby={findings ? id : undefined}
      />
      {findings ? <Findings id={id} findings={findings} field={field} /> : null}
    </div>
  )
}
