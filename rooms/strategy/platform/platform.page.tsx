import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Mark } from '../../../foundations/ui/mark/mark.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { Empty } from '../../../foundations/ui/state/empty.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { type Commitment, type Platform, strategyContract } from '../contract.ts'
import styles from './platform.module.css'
import { platformWords } from './platform.words.ts'

function Charter() {
  const say = useWords(platformWords)
  const { workspace } = useSession()
  const { query } = useApi(strategyContract)
  const charter = useQuery(query.charter.list.queryOptions({ input: { workspace } }))
  const commitments = charter.data?.commitments ?? []
  if (commitments.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{say('charter')}</h2>
      <div className={styles.charter}>
        {(['customers', 'employees'] as const).map((to) => (
          <Clauses key={to} to={to} commitments={commitments.filter((one) => one.to === to)} />
        ))}
      </div>
    </section>
  )
}

interface ClausesProps {
  readonly to: Commitment['to']
  readonly commitments: readonly Commitment[]
}

function Clauses({ to, commitments }: ClausesProps) {
  const say = useWords(platformWords)
  const language = useLanguage()
  if (commitments.length === 0) return null
  return (
    <section aria-label={say(to === 'customers' ? 'toCustomers' : 'toEmployees')}>
      <h3>{say(to === 'customers' ? 'toCustomers' : 'toEmployees')}</h3>
      <ul className={styles.clauses}>
        {commitments.map(({ key, statement, behaviours }) => (
          <li key={key}>
            <p className={styles.clause}>
              <Mark kind="promise" /> <span>{textIn(statement, language)}</span>
            </p>
            {behaviours.length > 0 ? (
              <ul className={styles.behaviours}>
                {behaviours.map((behaviour) => (
                  <li key={textIn(behaviour, 'en')}>{textIn(behaviour, language)}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface PartProps {
  readonly platform: Platform
}

function Pillars({ platform }: PartProps) {
  const say = useWords(platformWords)
  const language = useLanguage()
  if (platform.pillars.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{say('pillars')}</h2>
      <ol className={styles.pillars}>
        {platform.pillars.map((pillar) => (
          <li key={pillar.key} id={pillar.key}>
            <h3>{textIn(pillar.name, language)}</h3>
            <ul>
              {pillar.attributes.map((attribute) => (
                <li key={attribute.key}>{textIn(attribute.name, language)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Principles({ platform }: PartProps) {
  const say = useWords(platformWords)
  const language = useLanguage()
  if (platform.principles.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{say('principles')}</h2>
      <ol className={styles.principles}>
        {platform.principles.map((principle) => (
          <li key={textIn(principle, 'en')}>{textIn(principle, language)}</li>
        ))}
      </ol>
    </section>
  )
}

function Written({ platform }: PartProps) {
  const say = useWords(platformWords)
  const language = useLanguage()
  return (
    <>
      <PageHead
        crumb={say('crumb')}
        title={textIn(platform.name, language)}
        actions={<Button onClick={() => window.print()}>{say('print')}</Button>}
      />
      <article className={styles.sheet}>
        <section>
          <h2>{say('ambition')}</h2>
          <p className={styles.ambition}>{textIn(platform.ambition, language)}</p>
        </section>
        {platform.intended ? (
          <section className={styles.part}>
            <h2>{say('intended')}</h2>
            <p className={styles.intended}>{textIn(platform.intended, language)}</p>
          </section>
        ) : null}
        <Pillars platform={platform} />
        <Charter />
        <Principles platform={platform} />
      </article>
    </>
  )
}

function NotWritten() {
  const say = useWords(platformWords)
  return (
    <>
      <PageHead title={say('title')} />
      <div className={styles.none}>
        <Card>
          <Empty
            title={say('none')}
            actions={
              <Button component={ScreenLink} to="strategy/experience-file">
                {say('write')}
              </Button>
            }
          >
            {say('noneText')}
          </Empty>
        </Card>
      </div>
    </>
  )
}

/** The framework of the organisation, set to be read and printed. */
export function PlatformPage() {
  const { workspace } = useSession()
  const { query } = useApi(strategyContract)
  const platform = useQuery(query.platform.get.queryOptions({ input: { workspace } }))
  return (
    <QueryState query={platform} height={420}>
      {(read) => (read.platform ? <Written platform={read.platform} /> : <NotWritten />)}
    </QueryState>
  )
}
