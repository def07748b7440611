import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { codesOf, faultOf, scoresLike } from './column-choice.page.ts'
import type { ColumnRowProps } from './column-row-props.page.ts'
import { columnWords } from './columns.words.ts'
import styles from './import.module.css'

const kinds = ['nps', 'csat', 'ces'] as const

function KindField({ choice: { kind, column }, wizard }: ColumnRowProps) {
  const say = useWords(columnWords)
  const named = kinds.map((value) => ({ value: value as string, label: say(value) }))
  const others = named.some(({ value }) => value === kind) ? [] : [{ value: kind, label: kind }]
  return (
    <NativeSelect
      label={say('kind')}
      value={kind}
      data={[...named, ...others]}
      onChange={(event) => {
        const to = event.currentTarget.value
        wizard.change(column, (one) => ({ ...one, kind: to }))
      }}
    />
  )
}

function ScaleFields({ choice, wizard }: ColumnRowProps) {
  const say = useWords(columnWords)
  const { column, scale = { low: 1, high: 5 } } = choice
  const fault = faultOf(choice) === 'scaleFault'
  const set = (end: 'low' | 'high', typed: string) => {
    if (typed === '' || !Number.isFinite(Number(typed))) return
    wizard.change(column, (one) => ({ ...one, scale: { ...scale, [end]: Number(typed) } }))
  }
  return (
    <div className={styles.scale}>
      {(['low', 'high'] as const).map((end) => (
        <TextInput
          key={end}
          type="number"
          label={say(end === 'low' ? 'scaleLow' : 'scaleHigh')}
          value={scale[end]}
          error={fault && end === 'high' ? say('scaleFault') : null}
          onChange={(event) => set(end, event.currentTarget.value)}
        />
      ))}
    </div>
  )
}

function CodesField({ choice: { column, notGiven = [] }, wizard }: ColumnRowProps) {
  const say = useWords(columnWords)
  const [text, setText] = useState(notGiven.join(', '))
  const asKept = codesOf(text).join(', ') === notGiven.join(', ')
  return (
    <TextInput
      label={say('notGiven')}
      placeholder={say('notGivenHint')}
      value={asKept ? text : notGiven.join(', ')}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        wizard.change(column, (one) => ({ ...one, notGiven: codesOf(typed) }))
      }}
    />
  )
}

/** Kind, scale and codes of a score, and the same for all like it. */
export function ScoreReading(props: ColumnRowProps) {
  const say = useWords(columnWords)
  const { choice, wizard } = props
  const { kind, scale, notGiven, values } = choice
  const like = scoresLike(wizard.choices, choice).filter(
    (other) =>
      JSON.stringify([other.kind, other.scale, other.notGiven]) !== JSON.stringify([kind, scale, notGiven]),
  )
  const spread = () => {
    const columns = new Set(like.map(({ column }) => column))
    const same = { kind, ...(scale && { scale }), ...(notGiven && { notGiven }) }
    wizard.setChoices((all) => all.map((one) => (columns.has(one.column) ? { ...one, ...same } : one)))
  }
  const words = Object.entries(values ?? {}).map(([word, score]) => `${word} = ${score}`)
  return (
    <>
      <KindField {...props} />
      <ScaleFields {...props} />
      <CodesField {...props} />
      {words.length > 0 ? <p className={styles.small}>{say('words', { words: words.join(' · ') })}</p> : null}
      {like.length > 0 ? (
        <Button variant="default" size="compact-sm" onClick={spread}>
          {say('applyLike', { count: like.length })}
        </Button>
      ) : null}
    </>
  )
}
