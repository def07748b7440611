import { useQueries } from '@tanstack/react-query'
import { numberWord } from '../../../foundations/format/number-word.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Mark } from '../../../foundations/ui/mark/mark.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { EmptyScreen } from '../../../foundations/ui/state/empty-screen.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { designContract, type Touchpoint } from '../../design/contract.ts'
import { type Standard, strategyContract } from '../../strategy/contract.ts'
import { type OwnedThings, ownedThings } from './owned-things.page.ts'
import styles from './ownership.module.css'
import { ownershipWords } from './ownership.words.ts'

function useOwnership() {
  const input = { workspace: useSession().workspace }
  const { query: strategy } = useApi(strategyContract)
  const { query: design } = useApi(designContract)
  const [teams, standards, touchpoints] = useQueries({
    queries: [
      strategy.teams.list.queryOptions({ input }),
      strategy.standards.list.queryOptions({ input }),
      design.touchpoints.list.queryOptions({ input }),
    ],
  })
  const failed = [teams, standards, touchpoints].find((query) => query.isError)
  if (!teams.data || !standards.data || !touchpoints.data) return { failed, owned: null }
  return { failed, owned: ownedThings({ ...teams.data, ...standards.data, ...touchpoints.data }) }
}

function useTitle(owned: readonly OwnedThings[] | null): string {
  const say = useWords(ownershipWords)
  const language = useLanguage()
  const nobody = owned?.find((one) => one.team === null)
  if (!owned) return say('title')
  if (!nobody) return say('allOwned')
  const [touchpoints, standards] = [nobody.touchpoints.length, nobody.standards.length]
  const counted = (count: number) => {
    const number = numberWord(count, language)
    return { count, number, inner: number.toLowerCase() }
  }
  if (touchpoints === 0) return `${say('unownedStandardsAlone', counted(standards))}.`
  const first = say('unownedTouchpoints', counted(touchpoints))
  return standards === 0 ? `${first}.` : `${first}, ${say('unownedStandards', counted(standards))}.`
}

function TouchpointLines({ touchpoints }: { readonly touchpoints: readonly Touchpoint[] }) {
  const say = useWords(ownershipWords)
  const language = useLanguage()
  if (touchpoints.length === 0) return null
  return (
    <>
      <h3 className={styles.kind}>{say('touchpoints')}</h3>
      <ul>
        {touchpoints.map((touchpoint) => (
          <li key={touchpoint.key} className={styles.line}>
            <ScreenLink to={`design/touchpoints/${touchpoint.key}`}>
              {textIn(touchpoint.name, language)}
            </ScreenLink>
            {touchpoint.promise ? (
              <span className={styles.promised}>
                <Mark kind="promise" /> {say('promised')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function StandardLines({ standards }: { readonly standards: readonly Standard[] }) {
  const say = useWords(ownershipWords)
  const language = useLanguage()
  if (standards.length === 0) return null
  return (
    <>
      <h3 className={styles.kind}>{say('standards')}</h3>
      <ul>
        {standards.map((standard) => (
          <li key={standard.key} className={styles.line}>
            <ScreenLink to={`measurement/touchpoints/${standard.touchpoint}`}>
              {textIn(standard.name, language)}
            </ScreenLink>
          </li>
        ))}
      </ul>
    </>
  )
}

function Owned({ owned }: { readonly owned: OwnedThings }) {
  const say = useWords(ownershipWords)
  const language = useLanguage()
  const { team, touchpoints, standards } = owned
  return (
    <Card
      title={team ? textIn(team.name, language) : say('nobody')}
      note={team ? undefined : say('nobodyNote')}
      span={4}
    >
      {touchpoints.length + standards.length === 0 ? (
        <p className={styles.nothing}>{say('nothing')}</p>
      ) : null}
      <TouchpointLines touchpoints={touchpoints} />
      <StandardLines standards={standards} />
    </Card>
  )
}

function NothingYet() {
  const say = useWords(ownershipWords)
  return (
    <Card>
      <EmptyScreen title={say('empty')} to="strategy/experience-file" action={say('apply')}>
        {say('emptyText')}
      </EmptyScreen>
    </Card>
  )
}

/** Who answers for each touchpoint and standard, and what nobody answers for. */
export function OwnershipPage() {
  const say = useWords(ownershipWords)
  const { failed, owned } = useOwnership()
  const nothing = owned?.every((one) => one.touchpoints.length + one.standards.length === 0) ?? false
  const title = useTitle(nothing ? null : owned)
  return (
    <>
      <PageHead title={title} documentTitle={say('title')} note={say('note')} />
      <Row>
        {failed ? <Failed error={failed.error} onRetry={() => void failed.refetch()} /> : null}
        {!owned && !failed ? <Loading height={300} /> : null}
        {nothing ? <NothingYet /> : owned?.map((one) => <Owned key={one.team?.key ?? ''} owned={one} />)}
      </Row>
    </>
  )
}
