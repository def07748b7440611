import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Mark } from '../../../foundations/ui/mark/mark.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { EmptyScreen } from '../../../foundations/ui/state/empty-screen.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { strategyContract } from '../../strategy/contract.ts'
import { designContract, type Touchpoint } from '../contract.ts'
import styles from './touchpoint.module.css'
import { touchpointWords } from './touchpoint.words.ts'

function PromiseCell({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const say = useWords(touchpointWords)
  const language = useLanguage()
  const { quote } = useFormats()
  if (!touchpoint.promise) return <span className={styles.muted}>{say('noPromise')}</span>
  return (
    <span className={styles.promise}>
      <Mark kind="promise" />
      <span>{quote(textIn(touchpoint.promise.statement, language))}</span>
    </span>
  )
}

function useColumns(): TableColumn<Touchpoint>[] {
  const say = useWords(touchpointWords)
  const language = useLanguage()
  const { workspace } = useSession()
  const { query } = useApi(strategyContract)
  const teams = useQuery(query.teams.list.queryOptions({ input: { workspace } }))
  const ownerOf = ({ owner }: Touchpoint) => {
    const team = teams.data?.teams.find((one) => one.key === owner)
    return team ? textIn(team.name, language) : owner
  }
  return [
    {
      key: 'name',
      label: say('name'),
      cell: (touchpoint) => (
        <ScreenLink to={`design/touchpoints/${touchpoint.key}`} className={styles.name}>
          {textIn(touchpoint.name, language)}
        </ScreenLink>
      ),
      sortBy: (touchpoint) => textIn(touchpoint.name, language),
    },
    {
      key: 'promise',
      label: say('promise'),
      width: '50%',
      cell: (touchpoint) => <PromiseCell touchpoint={touchpoint} />,
    },
    {
      key: 'channel',
      label: say('channel'),
      cell: (touchpoint) => touchpoint.channel ?? '',
      sortBy: (touchpoint) => touchpoint.channel,
    },
    {
      key: 'owner',
      label: say('owner'),
      cell: (touchpoint) => ownerOf(touchpoint) ?? <span className={styles.missing}>{say('noOwner')}</span>,
      sortBy: ownerOf,
    },
  ]
}

function NoTouchpoint() {
  const say = useWords(touchpointWords)
  return (
    <EmptyScreen title={say('none')} to="strategy/experience-file" action={say('apply')} variant="default">
      {say('noneText')}
    </EmptyScreen>
  )
}

/** The touchpoints in the order of the journey, with what is promised at each. */
export function TouchpointsPage() {
  const say = useWords(touchpointWords)
  const { workspace } = useSession()
  const mayWrite = useMay('records:write')
  const { query } = useApi(designContract)
  const touchpoints = useQuery(query.touchpoints.list.queryOptions({ input: { workspace } }))
  const columns = useColumns()
  const add = mayWrite ? (
    <Button component={ScreenLink} to="design/touchpoints/new">
      {say('add')}
    </Button>
  ) : null
  return (
    <>
      <PageHead title={say('title')} note={say('note')} actions={add} />
      <Row>
        <Card>
          <QueryState query={touchpoints} height={320}>
            {({ touchpoints: list }) =>
              list.length === 0 ? (
                <NoTouchpoint />
              ) : (
                <DataTable caption={say('title')} columns={columns} rows={list} rowKey={({ key }) => key} />
              )
            }
          </QueryState>
        </Card>
      </Row>
    </>
  )
}
