import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { FigureForm } from '../../../foundations/format/formats.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { IntervalText } from '../../../foundations/ui/figure/interval-text.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Composition, CompositionRow } from './composition.contract.ts'
import styles from './composition.module.css'
import { compositionWords } from './composition.words.ts'

interface Shown {
  readonly composition: Composition
}

const formOf = ({ unit, scale, valueUnit }: Composition): FigureForm => ({
  ...{ unit, scale },
  valueUnit: valueUnit ?? undefined,
})

/** Ends that hold all figures and zero. */
function endsOf(figures: readonly (EstimateView | null | undefined)[]): { low: number; high: number } {
  const limits = figures.flatMap((one) =>
    one ? [one.low ?? one.value ?? 0, one.high ?? one.value ?? 0] : [],
  )
  return { low: Math.min(0, ...limits), high: Math.max(0, ...limits) }
}

interface BarProps {
  readonly estimate: EstimateView | null
  readonly ends: { readonly low: number; readonly high: number }
  readonly form: FigureForm
  readonly label: string
  readonly faint?: boolean
}

/** A bar from zero, with the figure it shows. */
function Bar({ estimate, ends, form: whole, label, faint = false }: BarProps) {
  const formats = useFormats()
  const form = { ...whole, isPart: true }
  if (estimate === null || estimate.value === null) return <td className={styles.bar}>⋯</td>
  const text = formats.bare(estimate.value, form, true)
  return (
    <td className={styles.bar}>
      <IntervalBar estimate={estimate} {...ends} label={`${label} ${text}`} filled faint={faint} />
      <small>
        {text} <IntervalText estimate={estimate} form={form} signed />
      </small>
    </td>
  )
}

const isTold = (effect: CompositionRow['levelEffect']) =>
  effect?.verdict === 'moved-up' || effect?.verdict === 'moved-down'

/** What each group did to the change of the figure, by its level and by its share. */
export function ChangeTable({ composition }: Shown) {
  const say = useWords(compositionWords)
  const formats = useFormats()
  const { rows, before, change, level, mix } = composition
  const form = formOf(composition)
  const effects = rows.flatMap(({ levelEffect, mixEffect }) => [levelEffect?.estimate, mixEffect?.estimate])
  const ends = endsOf(effects)
  const hasMix = mix !== null
  const part = { ...form, isPart: true }
  const heads = ['', say('levelEffect'), ...(hasMix ? [say('mixEffect')] : [])]
  const name = (row: CompositionRow) => textIn(row.name, formats.language)
  if (change.value === null) return null
  return (
    <ChartCard
      title={say('changeTitle')}
      note={say('changeNote', {
        before: before.name,
        change: formats.bare(change.value, form, true),
      })}
      span={6}
      drawn={false}
      fileName="composition-change"
      table={{
        columns: heads,
        rows: rows.map((row) => [
          name(row),
          row.levelEffect?.estimate.value ?? null,
          ...(hasMix ? [row.mixEffect?.estimate.value ?? null] : []),
        ]),
      }}
    >
      <PictureTable
        label={say('changeTitle')}
        heads={heads}
        minWidth={hasMix ? 520 : 400}
        className={styles.composition}
      >
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{name(row)}</th>
            <Bar
              estimate={row.levelEffect?.estimate ?? null}
              ends={ends}
              form={form}
              label={`${name(row)}, ${say('levelEffect')}`}
              faint={!isTold(row.levelEffect)}
            />
            {hasMix ? (
              <Bar
                estimate={row.mixEffect?.estimate ?? null}
                ends={ends}
                form={form}
                label={`${name(row)}, ${say('mixEffect')}`}
                faint={!isTold(row.mixEffect)}
              />
            ) : null}
          </tr>
        ))}
        <tr data-total>
          <th scope="row">{say('total')}</th>
          <td>{level === null ? '⋯' : formats.bare(level, part, true)}</td>
          {hasMix ? <td>{formats.bare(mix, part, true)}</td> : null}
        </tr>
      </PictureTable>
    </ChartCard>
  )
}

/** Share and level of each group, and what it adds to the figure or takes from it. */
export function StandsTable({ composition }: Shown) {
  const say = useWords(compositionWords)
  const formats = useFormats()
  const { rows, whole, by } = composition
  const form = formOf(composition)
  const isParts = by === 'part'
  const heads = ['', say(isParts ? 'weight' : 'share'), say('level'), say(isParts ? 'brings' : 'pull')]
  const ends = endsOf(rows.map(({ pull }) => pull))
  const name = (row: CompositionRow) => textIn(row.name, formats.language)
  if (whole.value === null) return null
  return (
    <ChartCard
      title={say('standsTitle')}
      note={say(isParts ? 'partsNote' : 'standsNote', { whole: formats.value(whole.value, form) })}
      span={6}
      drawn={false}
      fileName="composition"
      table={{
        columns: heads,
        rows: rows.map((row) => [name(row), row.share, row.level.value, row.pull?.value ?? row.brings]),
      }}
    >
      <PictureTable label={say('standsTitle')} heads={heads} minWidth={540} className={styles.composition}>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{name(row)}</th>
            <td className="tabular">
              {formats.percent(row.share)}
              {row.shareBefore === null || isParts ? null : (
                <small>{say('before', { share: formats.percent(row.shareBefore) })}</small>
              )}
            </td>
            <td className="tabular">
              <b>{row.level.value === null ? '⋯' : formats.value(row.level.value, form)}</b>{' '}
              <IntervalText estimate={row.level} form={form} />
              <small>{say('n', { n: formats.number(row.level.n) })}</small>
            </td>
            {isParts ? (
              <td className="tabular">{formats.value(row.brings, { ...form, isPart: true })}</td>
            ) : (
              <Bar
                estimate={row.pull}
                ends={ends}
                form={form}
                label={`${name(row)}, ${say('pull')}`}
                faint={
                  row.pull === null || row.pull.low === null || (row.pull.low <= 0 && row.pull.high! >= 0)
                }
              />
            )}
          </tr>
        ))}
      </PictureTable>
    </ChartCard>
  )
}
