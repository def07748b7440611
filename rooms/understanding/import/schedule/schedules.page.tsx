import { Card, Row } from '../../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../../foundations/ui/layout/screen-link.tsx'
import { useMay } from '../../../../foundations/ui/session/session-context.ts'
import { Empty } from '../../../../foundations/ui/state/empty.tsx'
import { QueryState } from '../../../../foundations/ui/state/query-state.tsx'
import { useLanguage, useWords } from '../../../../foundations/ui/words/use-words.ts'
import { scheduleProblems } from './schedule.contract.ts'
import { scheduleWords } from './schedule.words.ts'
import { ScheduleCard } from './schedule-card.page.tsx'
import { ScheduleForm } from './schedule-form.page.tsx'
import { useMappingKeys, useSchedules } from './use-schedules.page.ts'

/** The server has no folder: says which setting gives it one. */
function NoInbox() {
  const language = useLanguage()
  const { sentence, hint } = scheduleProblems.UNDERSTANDING_INBOX_NOT_SET
  return (
    <Row>
      <Card>
        <Empty title={sentence[language]}>{hint[language].replaceAll('`', '')}</Empty>
      </Card>
    </Row>
  )
}

function NothingYet({ hasMappings }: { readonly hasMappings: boolean }) {
  const say = useWords(scheduleWords)
  const mayWrite = useMay('facts:write')
  if (mayWrite && !hasMappings)
    return (
      <Empty
        title={say('noMapping')}
        actions={<ScreenLink to="understanding/imports">{say('toImports')}</ScreenLink>}
      >
        {say('noMappingText')}
      </Empty>
    )
  return <Empty title={say('none')}>{say(mayWrite ? 'noneText' : 'mayNot')}</Empty>
}

/** Folders of the server that are imported from every few minutes. */
export function SchedulesPage() {
  const say = useWords(scheduleWords)
  const mayWrite = useMay('facts:write')
  const schedules = useSchedules()
  const mappings = useMappingKeys().data ?? []
  const mayAdd = mayWrite && schedules.data?.inbox && mappings.length > 0
  const keys = schedules.data?.schedules.map(({ key }) => key) ?? []
  const add = mayAdd ? <ScheduleForm {...{ mappings, keys }} /> : null
  return (
    <>
      <PageHead title={say('title')} note={say('note')} actions={add} />
      <QueryState query={schedules} height={220}>
        {({ inbox, schedules: list }) => (
          <>
            {inbox ? null : <NoInbox />}
            {list.map((schedule) => (
              <ScheduleCard key={schedule.key} {...{ schedule, mappings, keys, inbox }} />
            ))}
            {inbox && list.length === 0 ? (
              <Row>
                <Card>
                  <NothingYet hasMappings={mappings.length > 0} />
                </Card>
              </Row>
            ) : null}
          </>
        )}
      </QueryState>
    </>
  )
}
