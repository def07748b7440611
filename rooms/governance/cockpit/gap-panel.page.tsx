import { axisDomain, type Domain } from '../../../foundations/format/axis-domain.ts'
import { gapSize } from '../../../foundations/format/gap-size.ts'
import { gapState } from '../../../foundations/format/gap-state.ts'
import { gapText } from '../../../foundations/format/gap-text.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useEvidence } from '../../../foundations/ui/evidence/evidence-context.ts'
import { CountLink } from '../../../foundations/ui/figure/count-link.tsx'
import { figureWords } from '../../../foundations/ui/figure/figure.words.ts'
import { GapLine } from '../../../foundations/ui/figure/gap-line.tsx'
import { IntervalText } from '../../../foundations/ui/figure/interval-text.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Team } from '../../strategy/contract.ts'
import { cockpitWords } from './cockpit.words.ts'
import { pictureFinding } from './cockpit-finding.ts'
import styles from './gap-panel.module.css'
import { type PromisedFigure, widestGaps } from './promised-figures.ts'

interface GapPanelProps {
  readonly promised: readonly PromisedFigure[]
  readonly unmeasured: readonly Touchpoint[]
  readonly teams: readonly Team[]
  /** Takes the whole width, the gaps beside one another. */
  readonly isWide: boolean
}

interface GapItemProps {
  readonly one: PromisedFigure
  readonly rank: number
  readonly owner: string | undefined
  readonly domain: Domain
  /** Writes the ticks; the last line on an axis does. */
  readonly axis: boolean
}

function Caption({ one }: { readonly one: PromisedFigure }) {
  const formats = useFormats()
  const say = useWords(figureWords)
  const language = useLanguage()
  const openEvidence = useEvidence()
  const { touchpoint, measure, form, estimate } = one
  const name = `${textIn(touchpoint.name, language)}, ${textIn(measure.name, language)}`
  const open = () => openEvidence({ measure: measure.key, touchpoint: touchpoint.key })
  return (
    <p className={styles.caption}>
      {say('promised', { value: formats.value(one.promise, form) })} ·{' '}
      <b>{say('lived', { value: formats.value(estimate.value ?? 0, form) })}</b>{' '}
      <IntervalText estimate={estimate} form={form} /> ·{' '}
      <CountLink n={estimate.n} name={name} onOpen={open} />
    </p>
  )
}

function GapItem({ one, rank, owner, domain, axis }: GapItemProps) {
  const formats = useFormats()
  const sayCockpit = useWords(cockpitWords)
  const language = useLanguage()
  const { touchpoint, form, better, gap, estimate, promise } = one
  const state = gapState(gap, better)
  return (
    <li className={styles.gap}>
      <span className={styles.rank} aria-hidden="true">
        {rank}
      </span>
      <div className={styles.what}>
        <h3>
          <ScreenLink to={`measurement/touchpoints/${touchpoint.key}`} className={styles.name}>
            {textIn(touchpoint.name, language)}
          </ScreenLink>
          <span className={styles.owner}>{owner ?? sayCockpit('noOwner')}</span>
        </h3>
        {touchpoint.promise ? (
          <p className={styles.say}>{formats.quote(textIn(touchpoint.promise.statement, language))}</p>
        ) : null}
      </div>
      <p className={styles.size} data-state={state}>
        <b>{gapText({ gap, form, better, formats })}</b>
        {gap ? (
          <IntervalText estimate={gapSize(gap, better)} form={form} signed={state === 'unclear'} />
        ) : null}
      </p>
      <div className={styles.line}>
        <GapLine
          promise={promise}
          estimate={estimate}
          gap={gap}
          form={form}
          better={better}
          domain={domain}
          axis={axis}
        />
        <Caption one={one} />
      </div>
    </li>
  )
}

function Unmeasured({ touchpoints }: { readonly touchpoints: readonly Touchpoint[] }) {
  const say = useWords(cockpitWords)
  const formats = useFormats()
  const language = useLanguage()
  if (touchpoints.length === 0) return null
  const names = touchpoints.slice(0, 4).map((one) => textIn(one.name, language))
  const more = touchpoints.length > names.length ? [...names, '…'] : names
  return (
    <p className={styles.foot}>
      {say('unmeasured', { count: touchpoints.length, names: formats.list(more) })}
    </p>
  )
}

/** One axis for every promise on the same measure, so that their distances can be compared by eye. */
function domainOf(one: PromisedFigure, promised: readonly PromisedFigure[]): Domain {
  const same = promised.filter((other) => other.measure.key === one.measure.key)
  const values = same.flatMap(({ promise, estimate }) => [
    promise,
    estimate.value,
    estimate.low,
    estimate.high,
  ])
  return axisDomain(
    values.filter((value) => value !== null),
    one.form,
  )
}

const nothingShort = { broken: [], ahead: [], promises: 0 }

/** The three largest gaps: what was said, what is lived, how far apart, and who answers for it. */
export function GapPanel({ promised, unmeasured, teams, isWide }: GapPanelProps) {
  const say = useWords(cockpitWords)
  const language = useLanguage()
  const formats = useFormats()
  const widest = widestGaps(promised, 3)
  const ownerOf = (key: string | undefined) => {
    const team = teams.find((one) => one.key === key)
    return team ? textIn(team.name, language) : key
  }
  return (
    <Card
      title={widest.length === 0 ? pictureFinding(nothingShort, formats) : say('gapsTitle')}
      note={say('gapsNote')}
      span={isWide ? 12 : 5}
      aside={
        promised.length > widest.length ? (
          <ScreenLink to="measurement/heat-map" className={styles.more}>
            {say('allGaps', { count: promised.length })} <span aria-hidden="true">→</span>
          </ScreenLink>
        ) : null
      }
    >
      <ol className={isWide ? styles.across : undefined}>
        {widest.map((one, index) => (
          <GapItem
            key={one.touchpoint.key}
            one={one}
            rank={index + 1}
            owner={ownerOf(one.touchpoint.owner)}
            domain={domainOf(one, widest)}
            axis={isWide || widest[index + 1]?.measure.key !== one.measure.key}
          />
        ))}
      </ol>
      <Unmeasured touchpoints={unmeasured} />
    </Card>
  )
}
