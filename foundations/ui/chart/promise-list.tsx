import type { ReactNode } from 'react'
import type { Domain } from '../../format/axis-domain.ts'
import type { FigureForm } from '../../format/formats.ts'
import { type Better, gapState } from '../../format/gap-state.ts'
import { gapText } from '../../format/gap-text.ts'
import { figureWords } from '../figure/figure.words.ts'
import { GapLine } from '../figure/gap-line.tsx'
import { IntervalText } from '../figure/interval-text.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import styles from './promise-list.module.css'
import type { PromiseRow } from './promise-row.ts'

interface PromiseListProps {
  readonly rows: readonly PromiseRow[]
  readonly form: FigureForm
  readonly better: Better
  readonly domain: Domain
  readonly nameOf?: (row: PromiseRow) => ReactNode
}

type ItemProps = Omit<PromiseListProps, 'rows'> & { readonly row: PromiseRow; readonly last: boolean }

function Item({ row, last, form, better, domain, nameOf }: ItemProps) {
  const formats = useFormats()
  const say = useWords(figureWords)
  const state = gapState(row.gap, better)
  return (
    <li className={styles.item}>
      <span className={styles.name}>{nameOf ? nameOf(row) : row.name}</span>
      <span className={styles.line}>
        <GapLine
          promise={row.promise}
          estimate={row.estimate}
          gap={row.gap}
          form={form}
          better={better}
          domain={domain}
          axis={last}
        />
      </span>
      <span className={`${styles.lived} tabular`}>
        <b>{row.estimate.value === null ? '⋯' : formats.value(row.estimate.value, form)}</b>{' '}
        <IntervalText estimate={row.estimate} form={form} />{' '}
        <span className={styles.n}>{say('n', { n: formats.number(row.estimate.n) })}</span>
      </span>
      <span className={styles.gap} data-state={state}>
        {row.gap ? gapText({ gap: row.gap, form, better, formats, short: true }) : ''}
      </span>
    </li>
  )
}

/** Promise and lived as one line a touchpoint: for many touchpoints, and for narrow screens. */
export function PromiseList({ rows, ...rest }: PromiseListProps) {
  return (
    <ul className={styles.list}>
      {rows.map((row, index) => (
        <Item key={row.key} row={row} last={index === rows.length - 1} {...rest} />
      ))}
    </ul>
  )
}
