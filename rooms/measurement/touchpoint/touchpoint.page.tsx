import { Button } from '@mantine/core'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useEvidence } from '../../../foundations/ui/evidence/evidence-context.ts'
import { Figure } from '../../../foundations/ui/figure/figure.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay } from '../../../foundations/ui/session/session-context.ts'
import { Empty } from '../../../foundations/ui/state/empty.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Touchpoint } from '../../design/contract.ts'
import { Verbatims } from '../evidence/figure-evidence.page.tsx'
import { BreakdownPanels } from './breakdown-panel.page.tsx'
import { PromiseBlock } from './promise-block.page.tsx'
import { StandardsPanel } from './standards-panel.page.tsx'
import styles from './touchpoint.module.css'
import { touchpointPageWords } from './touchpoint.words.ts'
import { TrendPanel } from './trend-panel.page.tsx'
import { type TouchpointData, useTouchpoint } from './use-touchpoint.page.ts'

interface PartProps {
  readonly data: TouchpointData
}

function Tags({ data, touchpoint }: PartProps & { readonly touchpoint: Touchpoint }) {
  const say = useWords(touchpointPageWords)
  const language = useLanguage()
  const pillar = data.platform.data?.platform?.pillars.find((one) => one.key === touchpoint.pillar)
  const team = data.teams.data?.teams.find((one) => one.key === touchpoint.owner)
  const tags = [
    [say('pillar'), pillar ? textIn(pillar.name, language) : touchpoint.pillar],
    [say('channel'), touchpoint.channel],
    [say('owner'), team ? textIn(team.name, language) : (touchpoint.owner ?? say('noOwner'))],
  ] as const
  return (
    <>
      {tags.map(([name, text]) =>
        text ? (
          <span key={name} className={styles.tag}>
            {name} <b>{text}</b>
          </span>
        ) : null,
      )}
    </>
  )
}

function EveryMeasure({ data }: PartProps) {
  const say = useWords(touchpointPageWords)
  const language = useLanguage()
  const openEvidence = useEvidence()
  const { whole, measures, key } = data
  const shown = (measures.data?.measures ?? []).flatMap((measure) => {
    const figure = whole.data?.figures.find((one) => one.measure === measure.key)
    return figure && figure.estimate.n > 0 ? [{ measure, figure }] : []
  })
  if (whole.isPending)
    return (
      <Card title={say('otherMeasures')} span={4}>
        <Loading height={260} />
      </Card>
    )
  if (shown.length === 0) return null
  return (
    <Card title={say('otherMeasures')} span={4}>
      <div className={styles.measures}>
        {shown.slice(0, 6).map(({ measure, figure }) => (
          <Figure
            key={measure.key}
            name={textIn(measure.name, language)}
            estimate={figure.estimate}
            form={measure}
            onEvidence={() => openEvidence({ measure: measure.key, touchpoint: key })}
          />
        ))}
      </div>
    </Card>
  )
}

function VerbatimPanel({ data }: PartProps) {
  const say = useWords(touchpointPageWords)
  const mayRead = useMay('verbatims:read')
  if (!data.measure && !data.whole.isPending) return null
  return (
    <Card title={say('verbatims')} span={5}>
      {mayRead ? (
        <QueryState query={data.evidence} height={220}>
          {(evidence) => <Verbatims evidence={evidence} count={6} />}
        </QueryState>
      ) : (
        <p className={styles.muted}>{say('verbatimsHidden')}</p>
      )}
    </Card>
  )
}

function Actions({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const say = useWords(touchpointPageWords)
  const mayWrite = useMay('records:write')
  return (
    <>
      {mayWrite ? (
        <Button component={ScreenLink} to={`design/touchpoints/${touchpoint.key}`} variant="default">
          {say('edit')}
        </Button>
      ) : null}
      <Button onClick={() => window.print()}>{say('print')}</Button>
    </>
  )
}

function Parts({ data }: PartProps) {
  const say = useWords(touchpointPageWords)
  if (data.whole.isSuccess && !data.measure)
    return (
      <Row>
        <Card>
          <Empty title={say('unknown')}>{say('unknownText')}</Empty>
        </Card>
        <StandardsPanel data={data} />
      </Row>
    )
  return (
    <>
      <Row>
        <TrendPanel data={data} />
        <EveryMeasure data={data} />
        <StandardsPanel data={data} />
        <VerbatimPanel data={data} />
      </Row>
      <Row top>
        <BreakdownPanels data={data} />
      </Row>
    </>
  )
}

/** Everything about one touchpoint on one page. */
export function TouchpointPage() {
  const say = useWords(touchpointPageWords)
  const language = useLanguage()
  const formats = useFormats()
  const data = useTouchpoint()
  const before = data.whole.data?.before
  return (
    <QueryState query={data.touchpoint} height={420}>
      {(touchpoint) => (
        <>
          <PageHead
            crumb={say('crumb')}
            title={textIn(touchpoint.name, language)}
            note={data.whole.data ? periodName(data.whole.data.period, formats) : '\u00a0'}
            tags={<Tags data={data} touchpoint={touchpoint} />}
            actions={<Actions touchpoint={touchpoint} />}
          />
          <PromiseBlock
            touchpoint={touchpoint}
            measure={data.measure}
            figure={data.figure}
            isPending={data.whole.isPending}
            against={before ? periodName(before, formats) : undefined}
          />
          <Parts data={data} />
        </>
      )}
    </QueryState>
  )
}
