import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ScaleItem, ScalePart, ScaleQuality } from './scale-quality.contract.ts'
import styles from './scale-quality.module.css'
import { scaleQualityWords } from './scale-quality.words.ts'

interface Shown {
  readonly quality: ScaleQuality
}

function useWriters() {
  const formats = useFormats()
  const two = (value: number | null) => (value === null ? '⋯' : formats.number(value, { digits: 2 }))
  const between = ({ low, high }: EstimateView) => formats.between(two(low), two(high))
  return { formats, two, between }
}

function PartLine({ part }: { readonly part: ScalePart }) {
  const say = useWords(scaleQualityWords)
  const { formats, two, between } = useWriters()
  const { omega, alpha, variance, mean } = part
  const figures = [
    ...(omega ? [say('omega', { value: two(omega.value), range: between(omega) })] : []),
    ...(alpha ? [say('alpha', { value: two(alpha.value), range: between(alpha) })] : []),
    ...(variance === null ? [] : [say('variance', { share: formats.percent(variance) })]),
  ]
  return (
    <tr data-part>
      <th scope="row">{textIn(part.name, formats.language)}</th>
      <td colSpan={4}>{figures.join(' · ') || '⋯'}</td>
      <td className="tabular">
        <b>{formats.number(mean.value ?? 0, { digits: 1 })}</b>
      </td>
    </tr>
  )
}

function ItemLine({ item }: { readonly item: ScaleItem }) {
  const say = useWords(scaleQualityWords)
  const { formats, two, between } = useWriters()
  const { question, loading, rest, alphaWithout, mean } = item
  const value = two(loading?.value ?? null)
  return (
    <tr>
      <th scope="row">{question}</th>
      <td className={styles.bar}>
        {loading ? (
          <IntervalBar
            estimate={loading}
            low={0}
            high={1}
            filled
            label={say('barLabel', { name: question, value })}
          />
        ) : (
          '⋯'
        )}
      </td>
      <td className="tabular">
        {value} {loading ? <small>{between(loading)}</small> : null}
      </td>
      <td className="tabular">{two(rest)}</td>
      <td className="tabular">{two(alphaWithout)}</td>
      <td className="tabular">
        {formats.number(mean.value ?? 0, { digits: 1 })} <small>n = {formats.number(mean.n)}</small>
      </td>
    </tr>
  )
}

/** Parts one below the other, each with its questions and how much they go with it. */
export function ScaleItems({ quality }: Shown) {
  const say = useWords(scaleQualityWords)
  const formats = useFormats()
  const { parts, items, fit, dropped, measure } = quality
  const heads = [
    say('question'),
    { label: say('loading'), columns: 2 },
    say('rest'),
    say('alphaWithout'),
    say('mean'),
  ]
  return (
    <ChartCard
      title={say('itemsTitle')}
      note={say('itemsNote')}
      span={12}
      drawn={false}
      fileName={`scale-quality-${measure.key}`}
      table={{
        columns: [say('question'), say('loading'), say('rest'), say('alphaWithout'), say('mean')],
        rows: items.map(({ question, loading, rest, alphaWithout, mean }) => [
          ...[question, loading?.value ?? null, rest, alphaWithout, mean.value],
        ]),
      }}
    >
      <PictureTable label={say('itemsTitle')} heads={heads} minWidth={640} className={styles.items}>
        {parts.map((part) => [
          <PartLine key={part.kind} part={part} />,
          ...items
            .filter(({ kind }) => kind === part.kind)
            .map((item) => <ItemLine key={item.question} item={item} />),
        ])}
      </PictureTable>
      {fit ? (
        <p className={styles.small}>
          {say('fit', {
            chi: formats.number(fit.chiSquared, { digits: 1 }),
            df: formats.number(fit.degreesOfFreedom),
            cfi: formats.number(fit.cfi, { digits: 3 }),
            rmsea: fit.rmsea === null ? '⋯' : formats.number(fit.rmsea, { digits: 3 }),
          })}
        </p>
      ) : null}
      {dropped.length > 0 ? (
        <p className={styles.small}>{say('dropped', { names: formats.list(dropped) })}</p>
      ) : null}
    </ChartCard>
  )
}
