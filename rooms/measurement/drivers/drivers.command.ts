import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Drivers } from './drivers.contract.ts'
import { effectDigits } from './effect-digits.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface DriverOptions extends AnalysisOptions {
  readonly measure?: string
  readonly outcome?: string
  readonly marks?: string
  readonly days?: string
  readonly lived?: string
  readonly by?: string
}

/** `tutti drivers`: what weighs on a score, as text or as JSON. */
export function driversCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('drivers')
    .description(words.drivers[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--outcome <key>', words.outcome[locale])
    .option('--marks <key>', words.marks[locale])
    .option('--lived <keys>', words.lived[locale])
    .option('--days <days>', words.days[locale])
    .option('--by <grouping>', words.by[locale])
  return analysisOptions(command, locale).action((options: DriverOptions) => tellDrivers(session, options))
}

async function tellDrivers(session: Session, options: DriverOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { export: form, measure, outcome, marks, days, lived, by } = options
  const input = { workspace, measure, outcome, marks, days, lived, by, ...questionOf(options) }
  const { drivers } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => drivers.export({ ...input, form: wanted }),
    read: () => drivers.read(input),
    lines: linesOf,
  })
}

function linesOf({ drivers }: Drivers): string[] {
  const digits = effectDigits(drivers)
  const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)
  return drivers.map(({ touchpoint, kind, share, effect, p }) => {
    const interval = `[${percent(share.low)}, ${percent(share.high)}]`
    const each = `${effect.value?.toFixed(digits)} [${effect.low?.toFixed(digits)}, ${effect.high?.toFixed(digits)}]`
    return `${`${touchpoint} (${kind})`.padEnd(34)}${percent(share.value).padStart(8)}  ${interval.padEnd(20)}  +1: ${each}${p >= 0.05 ? '  ≈' : ''}`
  })
}

const words = {
  drivers: {
    en: 'Tell what weighs on a score, with intervals; the same as the screen and the API.',
    fr: 'Dire ce qui pèse sur une note, avec intervalles ; le même que l’écran et l’API.',
  },
  measure: {
    en: 'the measure they weigh on (default: recommendation)',
    fr: 'la mesure sur laquelle ils pèsent (par défaut : la recommandation)',
  },
  outcome: {
    en: 'instead of a measure, what people did or brought after their marks: a name of interactions, or a kind of outcomes',
    fr: 'au lieu d’une mesure, ce que les personnes ont fait ou apporté après leurs notes : nom d’interactions ou sorte de résultats',
  },
  marks: {
    en: 'with --outcome: the measure whose marks are weighed (default: marks of touchpoints)',
    fr: 'avec --outcome : la mesure dont les notes sont pesées (par défaut : celles des points de contact)',
  },
  lived: {
    en: 'what happened with people, weighed beside their marks: measures of interactions, separated by commas',
    fr: 'ce qui est arrivé aux personnes, pesé à côté de leurs notes : mesures d’interactions, séparées par des virgules',
  },
  days: {
    en: 'days after the last mark in which --outcome counts, or before an answer in which --lived does (default: 90)',
    fr: 'jours après la dernière note où compte --outcome, ou avant une réponse où compte --lived (par défaut : 90)',
  },
  by: {
    en: 'told apart by unit, channel, language or segment:NAME',
    fr: 'distingués par unit, channel, language ou segment:NOM',
  },
}
