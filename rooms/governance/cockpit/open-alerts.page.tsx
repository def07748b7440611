import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useUntilDone } from '../../../foundations/ui/api/use-until-done.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type AlertsAnswer, alertContract } from '../../measurement/contract.ts'
import { cockpitWords } from './cockpit.words.ts'
import styles from './open-alerts.module.css'

/** How many alerts nobody saw yet, with the first in words. Its line is kept free while they are looked for, so that nothing moves. */
export function OpenAlerts() {
  const say = useWords(cockpitWords)
  const formats = useFormats()
  const { workspace } = useFilters()
  const { query } = useApi(alertContract)
  const { data } = useUntilDone<AlertsAnswer>(query.alerts.list.queryOptions({ input: { workspace } }))
  const alerts = data?.state === 'done' ? data.result.alerts : []
  const open = alerts.filter(({ seen }) => seen === null)
  const [first] = open
  return (
    <p className={styles.alerts}>
      {first ? (
        <>
          <ScreenLink to="measurement/changes">
            ▼ {say('alerts', { count: open.length, n: formats.number(open.length) })}
          </ScreenLink>{' '}
          {first.said[formats.language]}
        </>
      ) : null}
    </p>
  )
}
