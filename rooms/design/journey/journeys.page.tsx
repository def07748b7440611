import { useQuery } from '@tanstack/react-query'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Mark } from '../../../foundations/ui/mark/mark.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { EmptyScreen } from '../../../foundations/ui/state/empty-screen.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { strategyContract } from '../../strategy/contract.ts'
import { designContract, type Journey, type Stage, type Touchpoint } from '../contract.ts'
import styles from './journey.module.css'
import { journeyWords } from './journey.words.ts'

interface Met {
  readonly touchpoints: readonly Touchpoint[]
}

interface TouchpointInStageProps extends Met {
  readonly stage: Stage
  readonly touchpoint: string
}

function TouchpointInStage({ stage, touchpoint: key, touchpoints }: TouchpointInStageProps) {
  const say = useWords(journeyWords)
  const language = useLanguage()
  const { quote } = useFormats()
  const touchpoint = touchpoints.find((one) => one.key === key)
  const promise = touchpoint?.promise
  return (
    <li className={styles.touchpoint}>
      {stage.moments.includes(key) ? (
        <span className={styles.moment} role="img" aria-label={say('moment')} title={say('moment')} />
      ) : null}
      <ScreenLink to={`measurement/touchpoints/${key}`}>
        {touchpoint ? textIn(touchpoint.name, language) : key}
      </ScreenLink>
      {promise ? (
        <p className={styles.promise}>
          <Mark kind="promise" /> <span>{quote(textIn(promise.statement, language))}</span>
        </p>
      ) : (
        <p className={styles.muted}>{say('noPromise')}</p>
      )}
    </li>
  )
}

interface StageColumnProps extends Met {
  readonly stage: Stage
}

function StageColumn({ stage, touchpoints }: StageColumnProps) {
  const say = useWords(journeyWords)
  const language = useLanguage()
  return (
    <li className={styles.stage}>
      <h3>{textIn(stage.name, language)}</h3>
      {stage.emotion ? <p className={styles.emotion}>{textIn(stage.emotion, language)}</p> : null}
      {stage.touchpoints.length === 0 ? <p className={styles.muted}>{say('noTouchpoint')}</p> : null}
      <ul>
        {stage.touchpoints.map((key) => (
          <TouchpointInStage key={key} stage={stage} touchpoint={key} touchpoints={touchpoints} />
        ))}
      </ul>
    </li>
  )
}

interface JourneyScoreProps extends Met {
  readonly journey: Journey
  readonly owner: string | undefined
}

function JourneyScore({ journey, owner, touchpoints }: JourneyScoreProps) {
  const say = useWords(journeyWords)
  const language = useLanguage()
  return (
    <section className={styles.journey} aria-label={textIn(journey.name, language)}>
      <header>
        <h2>{textIn(journey.name, language)}</h2>
        <p className={styles.muted}>
          {[say(journey.population), owner ? say('ownedBy', { team: owner }) : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard */}
      <ol className={styles.score} tabIndex={0} aria-label={textIn(journey.name, language)}>
        {journey.stages.map((stage) => (
          <StageColumn key={stage.key} stage={stage} touchpoints={touchpoints} />
        ))}
      </ol>
    </section>
  )
}

function NoJourney() {
  const say = useWords(journeyWords)
  return (
    <EmptyScreen title={say('none')} to="strategy/experience-file" action={say('write')} variant="default">
      {say('noneText')}
    </EmptyScreen>
  )
}

/** Every journey as it is designed: its stages side by side, what people meet there and what they are promised. */
export function JourneysPage() {
  const say = useWords(journeyWords)
  const language = useLanguage()
  const { workspace } = useSession()
  const { query: design } = useApi(designContract)
  const { query: strategy } = useApi(strategyContract)
  const journeys = useQuery(design.journeys.list.queryOptions({ input: { workspace } }))
  const touchpoints = useQuery(design.touchpoints.list.queryOptions({ input: { workspace } }))
  const teams = useQuery(strategy.teams.list.queryOptions({ input: { workspace } }))
  const ownerOf = ({ owner }: Journey) => {
    const team = teams.data?.teams.find(({ key }) => key === owner)
    return team ? textIn(team.name, language) : owner
  }
  return (
    <>
      <PageHead crumb={say('crumb')} title={say('title')} note={say('intro')} />
      <QueryState query={journeys} height={420}>
        {(read) =>
          read.journeys.length === 0 ? (
            <NoJourney />
          ) : (
            read.journeys.map((journey) => (
              <JourneyScore
                key={journey.key}
                journey={journey}
                owner={ownerOf(journey)}
                touchpoints={touchpoints.data?.touchpoints ?? []}
              />
            ))
          )
        }
      </QueryState>
    </>
  )
}
