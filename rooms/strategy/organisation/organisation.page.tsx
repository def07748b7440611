import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { RemoveButton } from '../../../foundations/ui/form/remove-button.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { strategyContract, type Team, type Unit } from '../contract.ts'
import { AddThing } from './add-thing.page.tsx'
import styles from './organisation.module.css'
import { organisationWords } from './organisation.words.ts'
import { unitLines } from './unit-lines.page.ts'

/** Reads a list again after it was changed. */
function useRefresh() {
  const { query } = useApi(strategyContract)
  const client = useQueryClient()
  return {
    teams: () => client.invalidateQueries({ queryKey: query.teams.key() }),
    units: () => client.invalidateQueries({ queryKey: query.units.key() }),
  }
}

function TeamItem({ team }: { readonly team: Team }) {
  const language = useLanguage()
  const { workspace } = useSession()
  const mayWrite = useMay('records:write')
  const { query } = useApi(strategyContract)
  const refresh = useRefresh()
  const remove = useMutation(query.teams.remove.mutationOptions({ onSuccess: refresh.teams }))
  const name = textIn(team.name, language)
  return (
    <li className={styles.item}>
      <span>
        {name} <small>{team.key}</small>
      </span>
      {mayWrite ? (
        <RemoveButton
          name={name}
          onRemove={(done) => remove.mutate({ workspace, key: team.key }, { onSuccess: done })}
          removing={remove.isPending}
          error={remove.error}
        />
      ) : null}
    </li>
  )
}

function UnitItem({ unit, depth }: { readonly unit: Unit; readonly depth: number }) {
  const language = useLanguage()
  const { workspace } = useSession()
  const mayWrite = useMay('records:write')
  const { query } = useApi(strategyContract)
  const refresh = useRefresh()
  const remove = useMutation(query.units.remove.mutationOptions({ onSuccess: refresh.units }))
  const name = textIn(unit.name, language)
  return (
    <li className={styles.item} style={{ paddingLeft: depth * 22 }}>
      <span>
        {name} <small>{unit.key}</small>
      </span>
      {mayWrite ? (
        <RemoveButton
          name={name}
          onRemove={(done) => remove.mutate({ workspace, key: unit.key }, { onSuccess: done })}
          removing={remove.isPending}
          error={remove.error}
        />
      ) : null}
    </li>
  )
}

function Teams() {
  const say = useWords(organisationWords)
  const formats = useFormats()
  const { workspace } = useSession()
  const mayWrite = useMay('records:write')
  const { query } = useApi(strategyContract)
  const refresh = useRefresh()
  const teams = useQuery(query.teams.list.queryOptions({ input: { workspace } }))
  const put = useMutation(query.teams.put.mutationOptions({ onSuccess: refresh.teams }))
  const add = mayWrite ? (
    <AddThing
      title={say('addTeam')}
      onAdd={({ key, name }, done) => put.mutate({ workspace, key, name }, { onSuccess: done })}
      adding={put.isPending}
      error={put.error}
    />
  ) : null
  const count = teams.data?.teams.length ?? 0
  return (
    <Card title={count > 0 ? say('teamCount', { count }) : say('teams')} span={5} aside={add}>
      <QueryState query={teams} height={220}>
        {({ teams: list }) =>
          list.length === 0 ? (
            <p className={styles.none}>{say('noTeam')}</p>
          ) : (
            <ul>
              {[...list]
                .sort((one, other) =>
                  formats.compare(textIn(one.name, formats.language), textIn(other.name, formats.language)),
                )
                .map((team) => (
                  <TeamItem key={team.key} team={team} />
                ))}
            </ul>
          )
        }
      </QueryState>
    </Card>
  )
}

function Units() {
  const say = useWords(organisationWords)
  const language = useLanguage()
  const { workspace } = useSession()
  const mayWrite = useMay('records:write')
  const { query } = useApi(strategyContract)
  const refresh = useRefresh()
  const units = useQuery(query.units.list.queryOptions({ input: { workspace } }))
  const put = useMutation(query.units.put.mutationOptions({ onSuccess: refresh.units }))
  const list = units.data?.units ?? []
  const add = mayWrite ? (
    <AddThing
      title={say('addUnit')}
      parents={list.map((unit) => ({ value: unit.key, label: textIn(unit.name, language) }))}
      onAdd={(thing, done) => put.mutate({ workspace, ...thing }, { onSuccess: done })}
      adding={put.isPending}
      error={put.error}
    />
  ) : null
  return (
    <Card
      title={list.length > 0 ? say('unitCount', { count: list.length }) : say('units')}
      span={7}
      aside={add}
    >
      <QueryState query={units} height={220}>
        {(read) =>
          read.units.length === 0 ? (
            <p className={styles.none}>{say('noUnit')}</p>
          ) : (
            <ul>
              {unitLines(read.units).map(({ unit, depth }) => (
                <UnitItem key={unit.key} unit={unit} depth={depth} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Card>
  )
}

/** Who owns things, and the places where experience happens. */
export function OrganisationPage() {
  const say = useWords(organisationWords)
  return (
    <>
      <PageHead title={say('title')} note={say('note')} />
      <Row>
        <Teams />
        <Units />
      </Row>
    </>
  )
}
