import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useUntilDone } from '../../../foundations/ui/api/use-until-done.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { LineList } from '../../../foundations/ui/layout/line-list.tsx'
import { useMay } from '../../../foundations/ui/session/session-context.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type Alert, type AlertsAnswer, alertContract } from './alert.contract.ts'
import { alertsWords } from './alerts.words.ts'
import styles from './alerts-card.module.css'

/** What became worse lately, the alerts nobody saw yet first; nothing where there is none. */
export function AlertsCard() {
  const say = useWords(alertsWords)
  const { workspace } = useFilters()
  const { query } = useApi(alertContract)
  const { data } = useUntilDone<AlertsAnswer>(query.alerts.list.queryOptions({ input: { workspace } }))
  const alerts = data?.state === 'done' ? data.result.alerts : []
  if (alerts.length === 0) return null
  const open = alerts.filter(({ seen }) => seen === null)
  return (
    <Card title={say('title')} note={say('note')}>
      <LineList>
        {[...open, ...alerts.filter(({ seen }) => seen !== null)].map((alert) => (
          <AlertLine key={alert.key} alert={alert} />
        ))}
      </LineList>
    </Card>
  )
}

function AlertLine({ alert: { key, said, seen } }: { readonly alert: Alert }) {
  const say = useWords(alertsWords)
  const formats = useFormats()
  const mayWrite = useMay('records:write')
  const { workspace } = useFilters()
  const { query } = useApi(alertContract)
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: query.alerts.key() })
  const see = useMutation(query.alerts.see.mutationOptions({ onSuccess }))
  const unsee = useMutation(query.alerts.unsee.mutationOptions({ onSuccess }))
  const text = said[formats.language]
  return (
    <li data-faint={seen ? true : undefined}>
      <span>
        {seen ? '✓' : <b className={styles.mark}>▼</b>} {text}
        {seen ? <small> {say('seenBy', { by: seen.by, on: formats.day(seen.on) })}</small> : null}
      </span>
      {mayWrite ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={seen ? `${say('reopen')}: ${text}` : say('seeOne', { said: text })}
          loading={see.isPending || unsee.isPending}
          onClick={() => (seen ? unsee : see).mutate({ workspace, key })}
        >
          {say(seen ? 'reopen' : 'see')}
        </Button>
      ) : null}
    </li>
  )
}
