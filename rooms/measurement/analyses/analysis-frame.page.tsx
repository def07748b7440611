import { Button, Menu, Progress } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { saveFile } from '../../../foundations/ui/chart/save-drawing.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import {
  type AnalysisRunning,
  type Exported,
  type ExportForm,
  exportForms,
  type Finding,
} from './analysis.contract.ts'
import styles from './analysis.module.css'
import { analysisWords } from './analysis.words.ts'
import { type DoneAnswer, useEndAnalysis } from './use-analysis.page.ts'

interface AnalysisFrameProps<Result extends { readonly finding: Finding }> {
  /** Where we are: Measurement › Drivers. */
  readonly crumb: string
  /** Name of the screen, while there is no finding yet. */
  readonly name: string
  readonly note?: (result: Result) => ReactNode
  readonly query: UseQueryResult<(DoneAnswer & { readonly result: Result }) | AnalysisRunning, unknown>
  /** Choices of the screen, before everything else. */
  readonly choices?: ReactNode
  readonly exportAs?: (form: ExportForm) => Promise<Exported>
  readonly statement?: (result: Result) => { readonly sql: string; readonly parameters: object } | null
  readonly children: (result: Result) => ReactNode
}

const meanings = {
  measured: 'measuredText',
  associated: 'associatedText',
  predicted: 'predictedText',
  caused: 'causedText',
} as const

/** How far a statement goes, in a word with its meaning on hover and for readers. */
function EvidenceTag({ evidence }: Pick<Finding, 'evidence'>) {
  const say = useWords(analysisWords)
  return (
    <span className={styles.evidence} data-level={evidence} title={say(meanings[evidence])}>
      <i aria-hidden="true" /> {say(evidence)}
      <span className="visually-hidden">: {say(meanings[evidence])}</span>
    </span>
  )
}

function Making({ running }: { readonly running: AnalysisRunning }) {
  const say = useWords(analysisWords)
  const formats = useFormats()
  const end = useEndAnalysis()
  const share = formats.percent(running.share)
  return (
    <Card>
      <div className={styles.making} role="status">
        <span>{end.isSuccess ? say('ended') : say('making', { share })}</span>
        <Progress value={running.share * 100} aria-label={say('making', { share })} className={styles.bar} />
        <Button variant="default" onClick={() => end.mutate(running.id)} disabled={end.isSuccess}>
          {say('end')}
        </Button>
      </div>
    </Card>
  )
}

const mimes = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  r: 'text/plain',
  python: 'text/x-python',
} as const

function CarryAway({ exportAs }: { readonly exportAs: (form: ExportForm) => Promise<Exported> }) {
  const say = useWords(analysisWords)
  const save = async (form: ExportForm) => {
    const { fileName, text, encoding } = await exportAs(form)
    const bytes = encoding === 'base64' ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : text
    saveFile(fileName, new Blob([bytes], { type: mimes[form] }))
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">{say('carry')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exportForms.map((form) => (
          <Menu.Item key={form} onClick={() => void save(form)}>
            {say(form)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Card title={title} span={6}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  )
}

function Foot<Result extends { readonly finding: Finding }>({
  result,
  computedAt,
  statement,
}: { readonly result: Result; readonly computedAt: string } & Pick<AnalysisFrameProps<Result>, 'statement'>) {
  const say = useWords(analysisWords)
  const language = useLanguage()
  const formats = useFormats()
  const read = statement?.(result)
  const { points, assumptions } = result.finding
  return (
    <>
      <Row>
        <Lines title={say('says')} lines={points.map((one) => one[language])} />
        <Lines title={say('rests')} lines={assumptions.map((one) => one[language])} />
      </Row>
      <p className={styles.made}>{say('madeAt', { at: formats.instant(computedAt) })}</p>
      {read ? (
        <details className={`${styles.read} no-print`}>
          <summary>{say('query')}</summary>
          <pre>{read.sql}</pre>
          <pre>{JSON.stringify(read.parameters, null, 1)}</pre>
        </details>
      ) : null}
    </>
  )
}

/** The page of an analysis: its finding as title, how far it goes, the pictures, then what follows and what it rests on. */
export function AnalysisFrame<Result extends { readonly finding: Finding }>(
  props: AnalysisFrameProps<Result>,
) {
  const { crumb, name, note, query, choices, exportAs, statement, children } = props
  const language = useLanguage()
  const done = query.data?.state === 'done' ? query.data : undefined
  const title = done ? done.result.finding.headline[language] : name
  useEffect(() => {
    document.title = `${name} · Tutti`
  }, [name])
  return (
    <>
      <PageHead
        crumb={crumb}
        title={title}
        documentTitle={name}
        note={done && note ? note(done.result) : '\u00a0'}
        tags={done ? <EvidenceTag evidence={done.result.finding.evidence} /> : null}
        actions={done && exportAs ? <CarryAway exportAs={exportAs} /> : null}
      />
      {choices ? <div className={`${styles.choices} no-print`}>{choices}</div> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading height={420} /> : null}
      {query.data?.state === 'running' ? <Making running={query.data} /> : null}
      {done ? (
        <>
          {children(done.result)}
          <Foot result={done.result} computedAt={done.computedAt} statement={statement} />
        </>
      ) : null}
    </>
  )
}
