import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Capital } from './capital.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface CapitalOptions extends AnalysisOptions {
  readonly measure?: string
  readonly touchpoint?: string
  readonly value?: string
  readonly leaving?: string
  readonly months?: string
  readonly discount?: string
}

/** `tutti capital`: what people remember, and what it is worth. */
export function capitalCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('capital')
    .description(words.capital[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--touchpoint <key>', words.touchpoint[locale])
    .option('--value <kind>', words.value[locale])
    .option('--leaving <name>', words.leaving[locale])
    .option('--months <number>', words.months[locale])
    .option('--discount <share>', words.discount[locale])
  return analysisOptions(command, locale).action((options: CapitalOptions) => tell(session, options))
}

async function tell(session: Session, options: CapitalOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, touchpoint, value, leaving, export: form } = options
  const { period: _, ...filter } = questionOf(options)
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  const terms = { months: number(options.months), discount: number(options.discount) }
  const input = { workspace, ...filter, measure, touchpoint, value, leaving, ...terms }
  const { capital } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => capital.export({ ...input, form: wanted }),
    read: () => capital.read(input),
    lines: linesOf,
  })
}

function linesOf({ touchpoints }: Capital): string[] {
  const whole = (value: number) => value.toFixed(0).padStart(12)
  return touchpoints.map(
    ({ touchpoint, capital, debt }) => `${touchpoint.padEnd(28)}${whole(capital)}${whole(-debt)}`,
  )
}

const words = {
  capital: {
    en: 'Tell what people remember of their experiences, what that is worth, and what bad ones still cost.',
    fr: 'Dire ce que les gens gardent de leurs expériences, ce que cela vaut, et ce que coûtent encore les mauvaises.',
  },
  measure: {
    en: 'measure whose marks are experiences (default: satisfaction with touchpoints)',
    fr: 'mesure dont les notes sont des expériences (par défaut : la satisfaction aux points de contact)',
  },
  touchpoint: { en: 'marks given at this touchpoint only', fr: 'les notes de ce point de contact seulement' },
  value: {
    en: 'kind of outcomes that tells what people bring (default: margin)',
    fr: 'type de résultats qui dit ce qu’apportent les gens (par défaut : margin)',
  },
  leaving: {
    en: 'name of the interactions that tell that people left (default: one ending in -ended, -cancelled)',
    fr: 'nom des interactions qui disent que l’on part (par défaut : l’une qui finit par -ended, -cancelled)',
  },
  months: { en: 'months valued ahead (default: 24)', fr: 'mois évalués devant (par défaut : 24)' },
  discount: {
    en: 'share by which money loses worth in a year (default: 0.08)',
    fr: 'part que l’argent perd en un an (par défaut : 0.08)',
  },
}
