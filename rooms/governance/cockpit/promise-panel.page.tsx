import { NativeSelect, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { PromisePicture } from '../../../foundations/ui/chart/promise-picture.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { cockpitWords } from './cockpit.words.ts'
import { pictureFacts } from './cockpit-facts.ts'
import { pictureFinding } from './cockpit-finding.ts'
import styles from './promise-panel.module.css'
import { byProvingMeasure, type PromisedFigure, shortfall } from './promised-figures.ts'

const most = 14

/** All in the order of the journey where they are few; else those furthest from their promise, until all are asked for. */
function shownRows(rows: readonly PromisedFigure[], all: boolean): readonly PromisedFigure[] {
  if (rows.length <= most) return rows
  const furthest = [...rows].sort((one, other) => shortfall(other) - shortfall(one))
  return all ? furthest : furthest.slice(0, most)
}

function useTable(rows: readonly PromisedFigure[]) {
  const say = useWords(cockpitWords)
  const language = useLanguage()
  return {
    columns: [
      say('touchpoint'),
      say('promised'),
      say('livedColumn'),
      say('low'),
      say('high'),
      'n',
      say('gap'),
    ],
    rows: rows.map(({ touchpoint, promise, estimate, gap }) => [
      textIn(touchpoint.name, language),
      promise,
      estimate.value,
      estimate.low,
      estimate.high,
      estimate.n,
      gap?.value ?? null,
    ]),
  }
}

interface ChoiceProps {
  readonly measures: readonly PromisedFigure['measure'][]
  readonly value: string
  readonly onChange: (key: string) => void
}

function MeasureChoice({ measures, value, onChange }: ChoiceProps) {
  const say = useWords(cockpitWords)
  const language = useLanguage()
  if (measures.length < 2) return null
  return (
    <NativeSelect
      size="xs"
      w={170}
      aria-label={say('measure')}
      data={measures.map((one) => ({ value: one.key, label: textIn(one.name, language) }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface PromisePanelProps {
  readonly promised: readonly PromisedFigure[]
  /** Takes the whole width, so that more touchpoints stand on one stave. */
  readonly isWide: boolean
}

/** What we say and what is lived, touchpoint by touchpoint, on one measure at a time. */
export function PromisePanel({ promised, isWide }: PromisePanelProps) {
  const say = useWords(cockpitWords)
  const language = useLanguage()
  const formats = useFormats()
  const groups = byProvingMeasure(promised)
  const measures = groups.flatMap(([one]) => one?.measure ?? [])
  const [chosen, choose] = useState(measures[0]?.key ?? '')
  const [all, showAll] = useState(false)
  const rows = groups.find(([one]) => one?.measure.key === chosen) ?? groups[0] ?? []
  const table = useTable(rows)
  const first = rows[0]
  if (!first) return null
  const { measure } = first
  const nameOf = (one: PromisedFigure) => textIn(one.touchpoint.name, language)
  return (
    <ChartCard
      title={pictureFinding(pictureFacts(rows, formats), formats)}
      note={say(rows.length > most ? 'pictureNoteFurthest' : 'pictureNote', {
        measure: textIn(measure.name, language),
      })}
      span={isWide ? 12 : 7}
      fileName={`promise-${measure.key}`}
      table={table}
      aside={<MeasureChoice measures={measures} value={measure.key} onChange={choose} />}
    >
      <PromisePicture
        rows={shownRows(rows, all).map((one) => ({ ...one, key: one.touchpoint.key, name: nameOf(one) }))}
        form={first.form}
        better={measure.better}
        nameOf={(row) => <ScreenLink to={`measurement/touchpoints/${row.key}`}>{row.name}</ScreenLink>}
      />
      {rows.length > most && !all ? (
        <UnstyledButton className={styles.all} onClick={() => showAll(true)}>
          {say('showAll', { count: rows.length })}
        </UnstyledButton>
      ) : null}
    </ChartCard>
  )
}
