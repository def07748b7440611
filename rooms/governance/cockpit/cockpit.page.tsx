import { Button } from '@mantine/core'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { chartCsv } from '../../../foundations/ui/chart/chart-table.ts'
import { saveFile } from '../../../foundations/ui/chart/save-drawing.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Empty } from '../../../foundations/ui/state/empty.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Figures } from '../../measurement/contract.ts'
import { ReportButtons } from '../report/report-buttons.page.tsx'
import { cockpitWords } from './cockpit.words.ts'
import { cockpitFacts, cockpitNote } from './cockpit-facts.ts'
import { cockpitFinding } from './cockpit-finding.ts'
import { useCompared, useRestName } from './compared-choice.page.tsx'
import { FreshWorkspace } from './fresh-workspace.page.tsx'
import { GapPanel } from './gap-panel.page.tsx'
import { HeadlineFigures, HeadlineWaiting } from './headline-figures.page.tsx'
import { OpenAlerts } from './open-alerts.page.tsx'
import { PromisePanel } from './promise-panel.page.tsx'
import {
  byProvingMeasure,
  type MeasureWithUnit,
  type PromisedFigure,
  promisedFigures,
} from './promised-figures.ts'
import { touchpointsOfTeam } from './promises-of-team.ts'
import { standardsKept } from './standards-kept.ts'
import { TeamChoice, useTeam } from './team-choice.page.tsx'
import { type CockpitQueries, useCockpit } from './use-cockpit.page.ts'

function promisedOf(
  { touchpoints, measures, byTouchpoint }: CockpitQueries,
  team: string | undefined,
): readonly PromisedFigure[] {
  return promisedFigures({
    touchpoints: touchpointsOfTeam(touchpoints.data?.touchpoints ?? [], team),
    measures: measures.data?.measures ?? [],
    figures: byTouchpoint.data?.figures ?? [],
  })
}

function useTitle(
  { whole, measures, byTouchpoint }: CockpitQueries,
  promised: readonly PromisedFigure[],
): string {
  const say = useWords(cockpitWords)
  const formats = useFormats()
  if (!whole.data || !measures.data || byTouchpoint.isPending) return say('cockpit')
  const material = { measures: measures.data.measures, whole: whole.data, promised }
  return cockpitFinding(cockpitFacts(material, formats), formats)
}

function Actions({
  figures,
  measures,
}: {
  figures: Figures | undefined
  measures: readonly MeasureWithUnit[]
}) {
  const say = useWords(cockpitWords)
  const language = useLanguage()
  const save = () => {
    const columns = [
      say('measure'),
      say('value'),
      say('low'),
      say('high'),
      'n',
      say('change'),
      say('verdict'),
    ]
    const rows = (figures?.figures ?? []).map(({ measure, estimate, change, verdict }) => [
      textIn(measures.find((one) => one.key === measure)?.name ?? measure, language),
      estimate.value,
      estimate.low,
      estimate.high,
      estimate.n,
      change?.value ?? null,
      verdict,
    ])
    saveFile('cockpit.csv', new Blob(['\ufeff', chartCsv({ columns, rows })], { type: 'text/csv' }))
  }
  return (
    <>
      <Button variant="default" onClick={save} disabled={!figures}>
        {say('export')}
      </Button>
      <ReportButtons disabled={!figures} />
    </>
  )
}

function NoPromise() {
  const say = useWords(cockpitWords)
  return (
    <Card>
      <Empty
        title={say('noPromise')}
        actions={
          <Button component={ScreenLink} to="design/touchpoints">
            {say('statePromise')}
          </Button>
        }
      >
        {say('noPromiseText')}
      </Empty>
    </Card>
  )
}

/** As many promises on one measure as have room beside the gaps. */
const besideGaps = 6

interface GapsProps {
  readonly queries: CockpitQueries
  readonly promised: readonly PromisedFigure[]
  readonly team: string | undefined
}

function Gaps({ queries, promised, team }: GapsProps) {
  const { byTouchpoint, touchpoints, measures, teams } = queries
  const failed = [byTouchpoint, touchpoints, measures].find((query) => query.isError)
  if (failed) return <Card>{<Failed error={failed.error} onRetry={() => void failed.refetch()} />}</Card>
  if (!byTouchpoint.data || !touchpoints.data || !measures.data) return <Loading height={340} />
  const withPromise = touchpointsOfTeam(touchpoints.data.touchpoints, team).filter((one) => one.promise)
  if (withPromise.length === 0) return <NoPromise />
  const isWide = (byProvingMeasure(promised)[0]?.length ?? 0) > besideGaps
  const measured = new Set(promised.map((one) => one.touchpoint.key))
  return (
    <>
      <PromisePanel promised={promised} isWide={isWide} />
      <GapPanel
        isWide={isWide}
        promised={promised}
        unmeasured={withPromise.filter((one) => !measured.has(one.key))}
        teams={teams.data?.teams ?? []}
      />
    </>
  )
}

/** The one page of general management: what is lived, what was promised, where the two part. */
export function CockpitPage() {
  const say = useWords(cockpitWords)
  const formats = useFormats()
  const { againstRest } = useCompared()
  const restName = useRestName()
  const queries = useCockpit(againstRest)
  const { periods, touchpoints, measures, whole, rest, trend, grain, hasAnswers, teams, byTouchpoint } =
    queries
  const { team, choose } = useTeam()
  const promised = promisedOf(queries, team)
  const title = useTitle(queries, promised)
  if (periods.isError) return <Failed error={periods.error} onRetry={() => void periods.refetch()} />
  if (periods.data && !hasAnswers)
    return <FreshWorkspace touchpoints={touchpoints.data?.touchpoints.length ?? 0} hasAnswers={false} />
  return (
    <>
      <PageHead
        hasRoom
        title={title}
        documentTitle={say('cockpit')}
        note={whole.data ? cockpitNote(whole.data, formats) : '\u00a0'}
        actions={
          <>
            <TeamChoice teams={teams.data?.teams} team={team} onChoose={choose} />
            <Actions figures={whole.data} measures={measures.data?.measures ?? []} />
          </>
        }
      />
      <QueryState query={againstRest ? rest : whole} waiting={<HeadlineWaiting />}>
        {(figures) => (
          <QueryState query={measures} waiting={<HeadlineWaiting />}>
            {({ measures: defined }) => (
              <HeadlineFigures
                measures={defined}
                whole={figures}
                against={
                  againstRest ? restName : figures.before ? periodName(figures.before, formats) : undefined
                }
                trend={trend.data}
                grain={grain}
                kept={standardsKept(byTouchpoint.data?.figures ?? [])}
              />
            )}
          </QueryState>
        )}
      </QueryState>
      <OpenAlerts />
      <Row>
        <Gaps queries={queries} promised={promised} team={team} />
      </Row>
    </>
  )
}
