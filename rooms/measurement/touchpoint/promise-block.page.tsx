import { Button } from '@mantine/core'
import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { gapSize } from '../../../foundations/format/gap-size.ts'
import { gapState } from '../../../foundations/format/gap-state.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useEvidence } from '../../../foundations/ui/evidence/evidence-context.ts'
import { Figure } from '../../../foundations/ui/figure/figure.tsx'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Mark } from '../../../foundations/ui/mark/mark.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Figure as FigureRead } from '../contract.ts'
import styles from './promise-block.module.css'
import { touchpointPageWords } from './touchpoint.words.ts'
import type { MeasureHere } from './use-touchpoint.page.ts'

interface PromiseBlockProps {
  readonly touchpoint: Touchpoint
  readonly measure: MeasureHere | undefined
  readonly figure: FigureRead | undefined
  readonly against: string | undefined
  /** The figure is still being worked out. */
  readonly isPending: boolean
}

function Statement({ touchpoint, measure }: Pick<PromiseBlockProps, 'touchpoint' | 'measure'>) {
  const say = useWords(touchpointPageWords)
  const language = useLanguage()
  const formats = useFormats()
  if (!touchpoint.promise)
    return (
      <div className={styles.none}>
        <p className={styles.noneTitle}>{say('noPromise')}</p>
        <p>{say('noPromiseText')}</p>
        <Button
          component={ScreenLink}
          to={`design/touchpoints/${touchpoint.key}`}
          variant="default"
          className="no-print"
        >
          {say('statePromise')}
        </Button>
      </div>
    )
  return (
    <blockquote className={styles.vow}>
      <p>{formats.quote(textIn(touchpoint.promise.statement, language))}</p>
      <footer>{measure ? say('provenBy', { measure: textIn(measure.name, language) }) : null}</footer>
    </blockquote>
  )
}

function Promised({ value, measure }: { readonly value: number; readonly measure: MeasureHere }) {
  const say = useWords(touchpointPageWords)
  const formats = useFormats()
  return (
    <div className={styles.promised}>
      <h3>
        <Mark kind="promise" /> {say('promised')}
      </h3>
      <p className={styles.big}>{formats.value(value, measure)}</p>
    </div>
  )
}

/** The distance between two shares is told in points of percent. */
function inPoints(gap: EstimateView, { unit }: MeasureHere): EstimateView {
  if (unit !== 'share') return gap
  const hundredfold = (value: number | null) => (value === null ? null : value * 100)
  return { ...gap, value: hundredfold(gap.value), low: hundredfold(gap.low), high: hundredfold(gap.high) }
}

function Gap({ figure, measure }: { readonly figure: FigureRead; readonly measure: MeasureHere }) {
  const say = useWords(touchpointPageWords)
  if (!figure.gap) return null
  const state = gapState(figure.gap, measure.better)
  if (state === 'none') return null
  return (
    <Figure
      name={say('gap')}
      estimate={inPoints(gapSize(figure.gap, measure.better), measure)}
      form={measure.unit === 'share' ? { unit: 'points' } : measure}
      better={measure.better}
      unitText={measure.unit === 'score' ? say(state) : `${say('points')} ${say(state)}`}
    />
  )
}

/** What was said, and what is lived, side by side. */
export function PromiseBlock({ touchpoint, measure, figure, against, isPending }: PromiseBlockProps) {
  const say = useWords(touchpointPageWords)
  const { population } = useFilters()
  const openEvidence = useEvidence()
  const promise = figure?.promise ?? null
  return (
    <section className={styles.block} aria-label={say('promised')}>
      <Statement touchpoint={touchpoint} measure={measure} />
      {measure && figure ? (
        <div className={styles.figures}>
          {promise === null ? null : <Promised value={promise} measure={measure} />}
          <Figure
            name={say('lived')}
            named
            mark={(measure.population ?? population) === 'employees' ? 'people' : 'lived'}
            estimate={figure.estimate}
            form={measure}
            better={measure.better}
            change={figure.change}
            verdict={figure.verdict}
            against={against}
            onEvidence={() => openEvidence({ measure: measure.key, touchpoint: touchpoint.key })}
          />
          <Gap figure={figure} measure={measure} />
        </div>
      ) : isPending ? (
        <div className={styles.waiting} />
      ) : null}
    </section>
  )
}
