import { UnstyledButton } from '@mantine/core'
import { textIn } from '../../../foundations/format/text-in.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Indicator, Link, Linkage } from './linkage.contract.ts'
import styles from './linkage.module.css'
import { linkageWords } from './linkage.words.ts'
import { slopeTold } from './linkage-said.ts'

/** Tells one link from another. */
export const linkKey = ({ x, y }: Pick<Link, 'x' | 'y'>) => `${x}>${y}`

interface LinkTableProps {
  readonly linkage: Linkage
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** The slope that is told with its limits, in the unit of what it leads to. */
function Slope({ link, y }: { readonly link: Link; readonly y: Indicator }) {
  const formats = useFormats()
  const { value, low, high } = slopeTold(link)
  const times = y.unit === 'share' ? 100 : 1
  const size = Math.abs((value ?? 0) * times)
  const digits = size >= 10 ? 1 : size >= 0.1 ? 2 : 4
  const write = (part: number) => formats.number(part * times, { digits, signed: true })
  if (value === null) return <>⋯</>
  const unit = y.isLog ? formats.percent(0).replace(/^0/, '') : y.unit === 'share' ? ' pts' : ''
  return (
    <>
      <b>
        {write(value)}
        {unit}
      </b>{' '}
      {low === null || high === null ? null : <small>{formats.between(write(low), write(high))}</small>}
    </>
  )
}

function useColumns({ linkage, chosen, onChoose }: LinkTableProps): TableColumn<Link>[] {
  const say = useWords(linkageWords)
  const formats = useFormats()
  const of = (key: string) => linkage.indicators.find((one) => one.key === key)!
  const nameOf = (key: string) => textIn(of(key).name, formats.language)
  const probability = (p: number) =>
    `${p < 0.001 ? '< ' : ''}${formats.number(Math.max(p, 0.001), { digits: 3 })}`
  const within: TableColumn<Link>[] = [
    {
      key: 'lag',
      label: say('delay'),
      numeric: true,
      cell: ({ lag }) => formats.number(lag),
      sortBy: ({ lag }) => lag,
    },
    {
      key: 'between',
      label: say('between'),
      numeric: true,
      cell: ({ between }) =>
        between?.value == null ? '⋯' : formats.number(between.value, { digits: 2, signed: true }),
    },
  ]
  return [
    {
      key: 'x',
      label: say('from'),
      cell: (link) => (
        <UnstyledButton
          className={styles.name}
          aria-pressed={linkKey(link) === chosen}
          aria-label={say('show', { x: nameOf(link.x), y: nameOf(link.y) })}
          onClick={() => onChoose(linkKey(link))}
        >
          {nameOf(link.x)}
        </UnstyledButton>
      ),
      sortBy: ({ x }) => nameOf(x),
    },
    { key: 'y', label: say('to'), cell: ({ y }) => nameOf(y), sortBy: ({ y }) => nameOf(y) },
    ...(linkage.mode === 'within' ? within.slice(0, 1) : []),
    {
      key: 'slope',
      label: say('slope'),
      numeric: true,
      cell: (link) => <Slope link={link} y={of(link.y)} />,
    },
    {
      key: 'r',
      label: say('r'),
      numeric: true,
      cell: ({ r }) => formats.number(r.value ?? 0, { digits: 2, signed: true }),
      sortBy: ({ r }) => Math.abs(r.value ?? 0),
    },
    ...(linkage.mode === 'within' ? within.slice(1) : []),
    {
      key: 'p',
      label: say('p'),
      numeric: true,
      cell: ({ pAdjusted, isShown }) => (
        <span data-shown={isShown} className={styles.p}>
          {probability(pAdjusted)}
          <span className="visually-hidden"> {say(isShown ? 'shown' : 'notShown')}</span>
        </span>
      ),
      sortBy: ({ pAdjusted }) => pAdjusted,
    },
    { key: 'n', label: say('n'), numeric: true, cell: ({ slope }) => formats.number(slope.n) },
  ]
}

/** Every pair at its surest delay, the surest first. */
export function LinkTable(props: LinkTableProps) {
  const say = useWords(linkageWords)
  const columns = useColumns(props)
  return (
    <Card title={say('links')} note={say('linksNote')}>
      <DataTable
        caption={say('links')}
        columns={columns}
        rows={props.linkage.links}
        rowKey={linkKey}
        maxHeight={460}
      />
    </Card>
  )
}
