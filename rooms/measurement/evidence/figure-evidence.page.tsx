import { useQuery } from '@tanstack/react-query'
import type { Formats } from '../../../foundations/format/formats.ts'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import type { EvidenceSubject } from '../../../foundations/ui/evidence/evidence-context.ts'
import { EvidencePanel } from '../../../foundations/ui/evidence/evidence-panel.tsx'
import { Figure } from '../../../foundations/ui/figure/figure.tsx'
import { IntervalText } from '../../../foundations/ui/figure/interval-text.tsx'
import { periodStart } from '../../../foundations/ui/figure/trend-points.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { designContract } from '../../design/contract.ts'
import { strategyContract } from '../../strategy/contract.ts'
import { type Evidence, measurementContract } from '../contract.ts'
import { evidenceWords } from './evidence.words.ts'
import styles from './figure-evidence.module.css'

interface PartProps {
  readonly evidence: Evidence
}

function Definition({ evidence }: PartProps) {
  const say = useWords(evidenceWords)
  const language = useLanguage()
  const { number } = useFormats()
  const { measure, description, figure } = evidence
  const scale = { low: number(measure.scale.low), high: number(measure.scale.high) }
  const lines = [
    [say('numerator'), textIn(description.numerator, language)],
    [say('denominator'), textIn(description.denominator, language)],
    [say('interval'), textIn(description.interval, language)],
    [say('method'), figure.estimate.method],
    [say('whenEmpty'), textIn(description.empty, language)],
    [say('kind'), measure.kind],
    [say('scale'), say('scaleText', scale)],
    [say('source'), description.source],
  ] as const
  return (
    <section className={styles.part}>
      <h3>{say('definition')}</h3>
      <p>{textIn(description.sentence, language)}</p>
      <dl className={styles.lines}>
        {lines.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Distribution({ evidence }: PartProps) {
  const say = useWords(evidenceWords)
  const { number, percent } = useFormats()
  const total = evidence.distribution.reduce((sum, { n }) => sum + n, 0)
  const most = Math.max(1, ...evidence.distribution.map(({ n }) => n))
  if (total === 0) return null
  return (
    <section className={styles.part}>
      <h3>{say('distribution')}</h3>
      <table className={styles.bars}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{say('score')}</th>
            <td />
            <th scope="col">{say('answers')}</th>
            <th scope="col">{say('share')}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.distribution.map(({ score, n }) => (
            <tr key={score}>
              <th scope="row">{number(score, { digits: score % 1 ? 1 : 0 })}</th>
              <td className={styles.bar} aria-hidden="true">
                <span style={{ width: `${(n / most) * 100}%` }} />
              </td>
              <td>{number(n)}</td>
              <td className={styles.muted}>{percent(n / total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The formula, and the figures it is worked out from. */
function Operands({ evidence: { measure, operands } }: PartProps) {
  const say = useWords(evidenceWords)
  const language = useLanguage()
  const formats = useFormats()
  if (!measure.formula) return null
  return (
    <section className={styles.part}>
      <h3>{say('formula')}</h3>
      <p>
        <code>{measure.formula.is}</code>
      </p>
      <dl className={styles.lines}>
        {operands.map(({ name, measure: one, figure: { estimate } }) => (
          <div key={name}>
            <dt>
              <code>{name}</code> · {textIn(one.name, language)}
            </dt>
            <dd>
              {estimate.value === null ? '⋯' : <b>{formats.value(estimate.value, one)}</b>}{' '}
              <IntervalText estimate={estimate} form={one} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function verbatimSource(verbatim: Evidence['verbatims'][number], formats: Formats, scored: string): string {
  return [verbatim.score === null ? '' : scored, verbatim.unit, formats.day(verbatim.occurredOn)]
    .filter(Boolean)
    .join(' · ')
}

/** The texts behind a figure, or the reason why none is shown. */
export function Verbatims({ evidence, count = 8 }: PartProps & { readonly count?: number }) {
  const say = useWords(evidenceWords)
  const formats = useFormats()
  if (evidence.verbatims.length === 0)
    return <p className={styles.muted}>{say(evidence.verbatimsHidden ?? 'noVerbatim')}</p>
  return (
    <ul>
      {evidence.verbatims.slice(0, count).map((verbatim) => (
        <li key={`${verbatim.occurredOn}${verbatim.unit}${verbatim.text}`} className={styles.verbatim}>
          <blockquote lang={verbatim.language}>{formats.quote(verbatim.text)}</blockquote>
          <p className={styles.small}>
            {verbatimSource(verbatim, formats, say('scored', { score: verbatim.score ?? '' }))}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Query({ evidence }: PartProps) {
  const say = useWords(evidenceWords)
  const { source, sql, parameters } = evidence.query
  return (
    <section className={styles.part}>
      <h3>{say('query')}</h3>
      <p>{say(source)}</p>
      <details className={styles.query}>
        <summary>{say('showQuery')}</summary>
        <pre>{`${sql}\n\n${JSON.stringify(parameters, null, 1)}`}</pre>
      </details>
    </section>
  )
}

const whose = { customers: 'ofCustomers', prospects: 'ofProspects', employees: 'ofEmployees' } as const

/** Whose answers were counted: the population, and what narrows it. */
function Filters({ place }: { readonly place: readonly string[] }) {
  const say = useWords(evidenceWords)
  const { population } = useFilters()
  const words = [say(whose[population ?? 'customers']), ...place]
  return <p className={styles.small}>{say('filters', { list: words.join(' · ') })}</p>
}

function Body({ evidence, place }: PartProps & { readonly place: readonly string[] }) {
  const say = useWords(evidenceWords)
  const language = useLanguage()
  const formats = useFormats()
  const { measure, figure, period } = evidence
  return (
    <>
      <Figure
        name={say('periodIs', { period: periodName(period, formats) })}
        estimate={figure.estimate}
        form={measure}
        better={measure.better}
        change={figure.change}
        verdict={figure.verdict ?? undefined}
      />
      <Filters place={place} />
      <Distribution evidence={evidence} />
      <Operands evidence={evidence} />
      <Definition evidence={evidence} />
      <section className={styles.part} lang={language}>
        <h3>{say('verbatims')}</h3>
        <Verbatims evidence={evidence} />
      </section>
      <Query evidence={evidence} />
    </>
  )
}

/** The names of what narrows the figure, as people say them. */
function useSubjectNames({ touchpoint, unit, segment, period }: EvidenceSubject): readonly string[] {
  const language = useLanguage()
  const formats = useFormats()
  const { workspace } = useFilters()
  const input = { workspace }
  const touchpoints = useQuery(useApi(designContract).query.touchpoints.list.queryOptions({ input }))
  const units = useQuery(useApi(strategyContract).query.units.list.queryOptions({ input }))
  const named = (key: string | undefined, list: readonly { key: string; name: LocalText }[] | undefined) => {
    const found = list?.find((one) => one.key === key)
    return found ? textIn(found.name, language) : key
  }
  const from = period ? periodStart(period) : ''
  return [
    named(touchpoint, touchpoints.data?.touchpoints),
    named(unit, units.data?.units),
    segment?.replace(':', ' · '),
    period ? periodName({ name: period, from, to: from }, formats) : undefined,
  ].filter((name) => name !== undefined)
}

interface FigureEvidenceProps {
  readonly subject: EvidenceSubject
  readonly onClose: () => void
}

/** Everything behind one figure: definition, distribution, texts, and how it was read. */
export function FigureEvidence({ subject, onClose }: FigureEvidenceProps) {
  const language = useLanguage()
  const { workspace, ...filters } = useFilters()
  const { query } = useApi(measurementContract)
  const evidence = useQuery(
    query.figures.evidence.queryOptions({ input: { workspace, ...filters, ...subject } }),
  )
  const name = evidence.data ? textIn(evidence.data.measure.name, language) : subject.measure
  const place = useSubjectNames(subject)
  const narrowed = useSubjectNames({ ...filters, period: undefined, ...subject })
  return (
    <EvidencePanel title={[name, ...place].join(' · ')} onClose={onClose}>
      <QueryState query={evidence} height={420}>
        {(data) => <Body evidence={data} place={narrowed} />}
      </QueryState>
    </EvidencePanel>
  )
}
