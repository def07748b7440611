import { textIn } from '../../../foundations/format/text-in.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { biasedItems, toldApart } from './biased-items.ts'
import type { ScaleQuality } from './scale-quality.contract.ts'
import styles from './scale-quality.module.css'
import { scaleQualityWords } from './scale-quality.words.ts'

interface Shown {
  readonly quality: ScaleQuality
}

/** Whether groups answer alike, step by step, and which questions they answer otherwise. */
export function ScaleGroups({ quality }: Shown) {
  const say = useWords(scaleQualityWords)
  const formats = useFormats()
  const { groups, steps, whyNotCompared } = quality
  const named = groups.map(({ name, n }) => say('groupOf', { name, n: formats.number(n) }))
  if (whyNotCompared !== null)
    return (
      <Card title={say('alikeTitle')} span={6}>
        <p className={styles.small}>
          {say('notCompared', { why: say(whyNotCompared === 'one-group' ? 'oneGroup' : 'noModel') })}
        </p>
      </Card>
    )
  const three = (value: number) => formats.number(value, { digits: 3 })
  return (
    <Card title={say('alikeTitle')} note={say('alikeNote', { groups: formats.list(named) })} span={6}>
      <DataTable
        caption={say('alikeTitle')}
        columns={[
          { key: 'step', label: say('step'), cell: ({ level }) => say(level) },
          {
            ...{ key: 'chi', label: 'χ²', numeric: true },
            cell: ({ fit }) =>
              `${formats.number(fit.chiSquared, { digits: 1 })} (${formats.number(fit.degreesOfFreedom)})`,
          },
          { key: 'cfi', label: 'CFI', numeric: true, cell: ({ fit }) => three(fit.cfi) },
          {
            ...{ key: 'cost', label: say('cost'), numeric: true },
            cell: ({ cost }) => (cost ? three(cost.cfi) : ''),
          },
          {
            ...{ key: 'holds', label: say('verdict') },
            cell: ({ holds }) => <b data-fails={!holds || undefined}>{say(holds ? 'holds' : 'fails')}</b>,
          },
        ]}
        rows={steps}
        rowKey={({ level }) => level}
      />
      <Shifts quality={quality} />
      <Levels quality={quality} />
    </Card>
  )
}

function Shifts({ quality }: Shown) {
  const say = useWords(scaleQualityWords)
  const formats = useFormats()
  const one = (value: number) => formats.number(value, { digits: 1, signed: true })
  const told = biasedItems(quality).flatMap(({ question, shifts }) =>
    shifts.map(({ group, value, low, high }) =>
      say('shift', { question, group, value: one(value), range: formats.between(one(low), one(high)) }),
    ),
  )
  return <Told title={say('shiftsTitle')} lines={told.length > 0 ? told : [say('noShift')]} />
}

function Levels({ quality: { parts, groups } }: Shown) {
  const say = useWords(scaleQualityWords)
  const formats = useFormats()
  const first = groups[0]?.name ?? ''
  const lines = parts.flatMap(({ name, differences }) =>
    differences
      .filter(({ p }) => p < toldApart)
      .map(({ group, value }) => {
        const figure = formats.number(value, { digits: 2, signed: true })
        return say('difference', { part: textIn(name, formats.language), group, value: figure, first })
      }),
  )
  return <Told title={say('differenceTitle')} lines={lines.length > 0 ? lines : [say('noDifference')]} />
}

function Told({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3 className={styles.subtitle}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
