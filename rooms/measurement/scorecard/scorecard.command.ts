import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Scorecard, ScorecardRow } from './scorecard.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface ScorecardOptions extends AnalysisOptions {
  readonly team?: string
  readonly peers?: string
}

/** `tutti scorecard`: the promises and measures of a unit or a team, beside its own past and its peers. */
export function scorecardCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('scorecard')
    .description(words.scorecard[locale])
    .option('--team <key>', words.team[locale])
    .option('--peers <keys>', words.peers[locale])
  return analysisOptions(command, locale).action((options: ScorecardOptions) => tell(session, options))
}

async function tell(session: Session, options: ScorecardOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { team, peers, export: form } = options
  const input = { workspace, ...questionOf(options), team, peers }
  const { scorecard } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => scorecard.export({ ...input, form: wanted }),
    read: () => scorecard.read(input),
    lines: linesOf,
  })
}

const signs = { 'moved-up': '▲', 'moved-down': '▼', noise: '≈', 'too-thin': '⋯' } as const

function lineOf({ measure, touchpoint, estimate, gap, before, yearBefore, standing }: ScorecardRow): string {
  const number = (value: number | null | undefined) => (value == null ? '–' : value.toFixed(2)).padStart(11)
  const verdict = (one: ScorecardRow['before']) => (one.verdict ? signs[one.verdict] : ' ')
  const name = touchpoint ? `${touchpoint.key}: ${measure.key}` : measure.key
  const peers = standing ? `  +${standing.better} ≈${standing.alike} −${standing.worse}` : ''
  return `${name.padEnd(40)}${number(estimate.value)}  n ${String(estimate.n).padStart(7)}  ${number(gap?.value)}  ${verdict(before)} ${verdict(yearBefore)}${peers}`
}

function linesOf({ measures, promises }: Scorecard, locale: Session['locale']): string[] {
  const rows = [...promises.map(lineOf), ...(promises.length > 0 ? [''] : []), ...measures.map(lineOf)]
  return [words.head[locale], ...rows]
}

const words = {
  scorecard: {
    en: 'Tell the promises and measures of a unit or a team, beside its own past and its peers.',
    fr: 'Dire les promesses et les mesures d’une unité ou d’une équipe, à côté de son passé et de ses pairs.',
  },
  team: {
    en: 'only promises at touchpoints that this team owns',
    fr: 'les promesses aux points de contact de cette équipe seulement',
  },
  peers: {
    en: 'units to compare with, separated by commas (default: those beside it)',
    fr: 'unités à comparer, séparées par des virgules (par défaut : celles à côté d’elle)',
  },
  head: {
    en: 'figure, n, gap to the promise, since the period before and the year before (▲ ▼ ≈), peers it is better than, like, worse than',
    fr: 'chiffre, n, écart à la promesse, depuis la période et l’année d’avant (▲ ▼ ≈), pairs qu’il dépasse, égale, suit',
  },
}
