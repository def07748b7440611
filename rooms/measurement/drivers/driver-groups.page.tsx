import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { DriverGroup, Drivers } from './drivers.contract.ts'
import styles from './drivers.module.css'
import { driversWords } from './drivers.words.ts'

interface DriverGroupsProps {
  readonly drivers: Drivers
  readonly by: string
}

/** Weights in each group, the touchpoints in the order they have for all. */
export function DriverGroups({ drivers: { drivers, groups, measure }, by }: DriverGroupsProps) {
  const say = useWords(driversWords)
  const formats = useFormats()
  const known = (['unit', 'channel', 'language'] as const).find((one) => one === by)
  const title = say('groupsTitle', { by: known ? say(known) : by.replace('segment:', '') })
  const shareOf = (group: DriverGroup, touchpoint: string, kind: string) =>
    group.drivers.find((one) => one.touchpoint === touchpoint && one.kind === kind)?.share
  const columns = drivers.map(({ touchpoint, kind, name }) => ({
    key: `${kind}/${touchpoint}`,
    label: textIn(name, formats.language),
    numeric: true,
    cell: (group: DriverGroup) => {
      const share = shareOf(group, touchpoint, kind)
      if (!share || share.value === null) return '⋯'
      return (
        <span className={styles.cell}>
          {formats.percent(share.value)}
          <small>
            {formats.percent(share.low ?? 0)}–{formats.percent(share.high ?? 0)}
          </small>
        </span>
      )
    },
    sortBy: (group: DriverGroup) => shareOf(group, touchpoint, kind)?.value ?? null,
  }))
  return (
    <ChartCard
      title={title}
      note={say('groupsNote')}
      span={12}
      drawn={false}
      fileName={`drivers-${measure.key}-${by.replace(':', '-')}`}
      table={{
        columns: [say('group'), say('responses'), ...columns.map(({ label }) => label)],
        rows: groups.map((group) => [
          group.name,
          group.n,
          ...drivers.map(({ touchpoint, kind }) => shareOf(group, touchpoint, kind)?.value ?? null),
        ]),
      }}
    >
      <DataTable
        caption={title}
        maxHeight={520}
        rows={groups}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'group',
            label: say('group'),
            cell: ({ name }) => <b>{name}</b>,
            sortBy: ({ name }) => name,
          },
          {
            key: 'n',
            label: say('responses'),
            numeric: true,
            cell: ({ n }) => formats.number(n),
            sortBy: ({ n }) => n,
          },
          ...columns,
        ]}
      />
    </ChartCard>
  )
}
