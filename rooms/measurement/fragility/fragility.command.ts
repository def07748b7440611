import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Fragility } from './fragility.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface FragilityOptions extends AnalysisOptions {
  readonly measure?: string
  readonly touchpoint?: string
  readonly value?: string
  readonly by?: string
  readonly months?: string
}

/** `tutti fragility`: what stands on a weak experience, and what of it may go. */
export function fragilityCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('fragility')
    .description(words.fragility[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--touchpoint <key>', words.touchpoint[locale])
    .option('--value <kind>', words.value[locale])
    .option('--by <grouping>', words.by[locale])
    .option('--months <number>', words.months[locale])
  return analysisOptions(command, locale).action((options: FragilityOptions) => tell(session, options))
}

async function tell(session: Session, options: FragilityOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, touchpoint, value, by, export: form } = options
  const { period: _, ...filter } = questionOf(options)
  const months = options.months === undefined ? undefined : Number(options.months)
  const input = { workspace, ...filter, measure, touchpoint, value, by, months }
  const { fragility } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => fragility.export({ ...input, form: wanted }),
    read: () => fragility.read(input),
    lines: linesOf,
  })
}

function linesOf({ levels, groups }: Fragility): string[] {
  const whole = (value: number | null | undefined) => (value == null ? '⋯' : value.toFixed(0)).padStart(10)
  const share = (value: number | null) => (value === null ? '⋯' : `${(value * 100).toFixed(1)}%`).padStart(7)
  const lines = levels.map(
    ({ level, customers, revenue, leaving, ahead }) =>
      `${level.padEnd(10)}${whole(customers)}${whole(revenue)}  ${share(leaving.value)} [${share(leaving.low).trim()}, ${share(leaving.high).trim()}]${whole(ahead?.atRisk.value)} [${whole(ahead?.atRisk.low).trim()}, ${whole(ahead?.atRisk.high).trim()}]`,
  )
  const where = groups
    .slice(0, 20)
    .map(
      ({ group, revenue, weakShare, atRisk }) =>
        `${group.padEnd(24)}${whole(revenue)}${share(weakShare)}${whole(atRisk)}`,
    )
  return [...lines, ...(where.length > 0 ? ['', ...where] : [])]
}

const words = {
  fragility: {
    en: 'Tell how much of what customers bring stands on a weak experience, and how much of it is expected to go.',
    fr: 'Dire combien de ce qu’apportent les clients repose sur une expérience faible, et combien devrait partir.',
  },
  measure: {
    en: 'measure that tells how people are treated (default: recommendation)',
    fr: 'mesure qui dit comment les gens sont traités (par défaut : la recommandation)',
  },
  touchpoint: { en: 'marks given at this touchpoint only', fr: 'les notes de ce point de contact seulement' },
  value: {
    en: 'kind of outcomes that tells what a purchase is worth (default: revenue)',
    fr: 'type de résultats qui dit ce que vaut un achat (par défaut : revenue)',
  },
  by: {
    en: 'unit, channel, touchpoint, offer or segment:NAME',
    fr: 'unit, channel, touchpoint, offer ou segment:NOM',
  },
  months: { en: 'months looked ahead (default: 12)', fr: 'mois regardés devant (par défaut : 12)' },
}
