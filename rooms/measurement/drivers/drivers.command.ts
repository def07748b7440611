import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Drivers } from './drivers.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface DriverOptions extends AnalysisOptions {
  readonly measure?: string
  readonly by?: string
}

/** `tutti drivers`: what weighs on a score, as text or as JSON. */
export function driversCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('drivers')
    .description(words.drivers[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--by <grouping>', words.by[locale])
  return analysisOptions(command, locale).action((options: DriverOptions) => tellDrivers(session, options))
}

async function tellDrivers(session: Session, options: DriverOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { export: form, measure, by } = options
  const input = { workspace, measure, by, ...questionOf(options) }
  const { drivers } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => drivers.export({ ...input, form: wanted }),
    read: () => drivers.read(input),
    lines: linesOf,
  })
}

function linesOf({ drivers }: Drivers): string[] {
  const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)
  return drivers.map(({ touchpoint, kind, share, effect, p }) => {
    const interval = `[${percent(share.low)}, ${percent(share.high)}]`
    const each = `${effect.value?.toFixed(2)} [${effect.low?.toFixed(2)}, ${effect.high?.toFixed(2)}]`
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
  by: {
    en: 'told apart by unit, channel, language or segment:NAME',
    fr: 'distingués par unit, channel, language ou segment:NOM',
  },
}
