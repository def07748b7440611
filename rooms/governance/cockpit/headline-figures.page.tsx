import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useEvidence } from '../../../foundations/ui/evidence/evidence-context.ts'
import { Figure } from '../../../foundations/ui/figure/figure.tsx'
import { trendPoints } from '../../../foundations/ui/figure/trend-points.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Figures } from '../../measurement/contract.ts'
import { cockpitWords } from './cockpit.words.ts'
import { ComparedChoice, useCompared } from './compared-choice.page.tsx'
import styles from './headline-figures.module.css'
import type { MeasureWithUnit } from './promised-figures.ts'

/** As many as stand in one row of a wide screen. */
const most = 7
const places = Array.from({ length: most }, (_, place) => place)

interface HeadlineFiguresProps {
  readonly measures: readonly MeasureWithUnit[]
  readonly whole: Figures
  /** What the figures are compared with, as people say it. */
  readonly against: string | undefined
  readonly trend: Figures | undefined
  readonly grain: string
  /** Share of the standards that are met; null where none has a figure. */
  readonly kept: EstimateView | null
}

function useSpark({ trend, whole, grain }: Pick<HeadlineFiguresProps, 'trend' | 'whole' | 'grain'>) {
  const formats = useFormats()
  return (measure: string) =>
    trendPoints(trend?.figures.filter((figure) => figure.measure === measure) ?? [], {
      grain,
      until: whole.period.to,
      count: 12,
    }).map((point) => ({
      label: periodName({ name: point.name, from: point.from, to: point.from }, formats),
      estimate: point.estimate,
    }))
}

/** Keeps the room of the figures. */
export function HeadlineWaiting() {
  const say = useWords(cockpitWords)
  return (
    <section className={styles.strip} aria-label={say('lived')} aria-busy="true">
      <div className={styles.header} />
      <div className={styles.figures}>
        {places.map((place) => (
          <div key={place} className={`${styles.cell} ${styles.waiting}`} />
        ))}
      </div>
    </section>
  )
}

/** The figures of the whole organisation, in the order in which measures are defined. */
export function HeadlineFigures({ measures, whole, against, trend, grain, kept }: HeadlineFiguresProps) {
  const say = useWords(cockpitWords)
  const language = useLanguage()
  const { population } = useFilters()
  const { againstRest } = useCompared()
  const openEvidence = useEvidence()
  const spark = useSpark({ trend, whole, grain })
  const shown = measures.flatMap((measure) => {
    const figure = whole.figures.find((one) => one.measure === measure.key)
    return figure ? [{ measure, figure }] : []
  })
  const compared = shown.some(({ figure }) => figure.verdict !== null)
  const [all, showAll] = useState(false)
  const told = shown.some(({ measure }) => spark(measure.key).length > 2)
  return (
    <section className={styles.strip} aria-label={say('lived')}>
      <header className={styles.header}>
        <h2>{say('lived')}</h2>
        <ComparedChoice />
        <span className={styles.ways}>
          {shown.length > most ? (
            <UnstyledButton className={styles.all} aria-expanded={all} onClick={() => showAll(!all)}>
              {say(all ? 'fewer' : 'showMore', { count: shown.length + (kept ? 1 : 0) - most })}
            </UnstyledButton>
          ) : null}
          <ScreenLink to="measurement/measures" className={styles.more}>
            {say('allMeasures')} <span aria-hidden="true">→</span>
          </ScreenLink>
        </span>
      </header>
      <div className={styles.figures}>
        {shown.slice(0, all ? shown.length : most).map(({ measure, figure }) => (
          <div key={measure.key} className={styles.cell}>
            <Figure
              name={textIn(measure.name, language)}
              estimate={figure.estimate}
              form={measure}
              better={measure.better}
              change={figure.change}
              verdict={compared ? figure.verdict : undefined}
              against={against}
              againstOthers={againstRest}
              spark={told || !trend ? spark(measure.key) : undefined}
              mark={(measure.population ?? population) === 'employees' ? 'people' : 'lived'}
              onEvidence={() => openEvidence({ measure: measure.key })}
            />
          </div>
        ))}
        {all && kept ? (
          <div className={styles.cell}>
            <Figure name={say('standardsKept')} estimate={kept} form={{ unit: 'share' }} mark="lived" />
          </div>
        ) : null}
      </div>
    </section>
  )
}
