import type { EstimateView } from '../../format/estimate-view.ts'
import { type FigureForm, isDifference } from '../../format/formats.ts'
import type { Better } from '../../format/gap-state.ts'
import { whyText } from '../../format/why-text.ts'
import { Mark, type MarkKind } from '../mark/mark.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import { CountLink } from './count-link.tsx'
import styles from './figure.module.css'
import { figureWords } from './figure.words.ts'
import { IntervalText } from './interval-text.tsx'
import { Sparkline, type SparkPoint } from './sparkline.tsx'
import { Verdict, type VerdictName } from './verdict.tsx'

export interface FigureProps {
  readonly name: string
  readonly estimate: EstimateView
  readonly form: FigureForm
  readonly better?: Better
  readonly change?: EstimateView | null
  readonly verdict?: VerdictName | null
  /** What it is compared with, as people say it: a period, or others. */
  readonly against?: string
  /** The comparison is with others, not with its own past. */
  readonly againstOthers?: boolean
  readonly spark?: readonly SparkPoint[]
  readonly mark?: MarkKind
  /** Shows the mark beside the name. */
  readonly named?: boolean
  readonly unitText?: string
  readonly onEvidence?: () => void
}

/** What stands small behind a value: the end of its scale, or what it counts. */
function useUnitText(form: FigureForm): string {
  const { unit, scale } = form
  const say = useWords(figureWords)
  const formats = useFormats()
  if (isDifference(form)) return unit === 'score' ? '' : say('pts')
  if (unit === 'points') return say('pointsScale')
  if (unit === 'score' && scale) return say('outOf', { high: formats.number(scale.high) })
  return ''
}

function Change({ change, form, against }: Pick<FigureProps, 'change' | 'form' | 'against'>) {
  const formats = useFormats()
  const say = useWords(figureWords)
  if (change?.value == null) return <p className={styles.change}>{'\u00a0'}</p>
  return (
    <p className={styles.change}>
      {formats.bare(change.value, form, true)}
      {form.unit === 'share' ? ` ${say('pts')}` : ''} <IntervalText estimate={change} form={form} signed />
      {against ? <span className="visually-hidden"> {say('against', { period: against })}</span> : null}
    </p>
  )
}

function Value({ estimate, form, unitText }: Pick<FigureProps, 'estimate' | 'form' | 'unitText'>) {
  const formats = useFormats()
  const usual = useUnitText(form)
  if (estimate.value === null) return <p className={`${styles.value} ${styles.none}`}>⋯</p>
  return (
    <p className={styles.value}>
      {formats.value(estimate.value, form)}
      <small>{unitText ?? usual}</small>
    </p>
  )
}

/** One figure in its fixed order: name, value, interval and n, how it came here, verdict, change. */
export function Figure(props: FigureProps) {
  const { name, estimate, form, better, change, verdict, against, spark, mark, named, unitText } = props
  const { againstOthers, onEvidence } = props
  const formats = useFormats()
  return (
    <div className={`${styles.figure} tabular`}>
      <h3 className={styles.name}>
        {named && mark ? <Mark kind={mark} /> : null}
        <span>{name}</span>
      </h3>
      <Value estimate={estimate} form={form} unitText={unitText} />
      <p className={styles.interval}>
        {estimate.value === null || (estimate.low === null && estimate.why) ? (
          whyText(estimate.why, formats.language)
        ) : (
          <IntervalText estimate={estimate} form={form} />
        )}
        <CountLink n={estimate.n} name={name} onOpen={onEvidence} />
      </p>
      {spark ? <Sparkline points={spark} mark={mark ?? 'lived'} /> : null}
      {verdict === undefined ? null : (
        <>
          <p className={styles.verdict}>
            {verdict ? (
              <Verdict verdict={verdict} better={better} against={againstOthers ? 'others' : 'before'} />
            ) : (
              '\u00a0'
            )}
          </p>
          <Change change={change} form={form} against={against} />
        </>
      )}
    </div>
  )
}
