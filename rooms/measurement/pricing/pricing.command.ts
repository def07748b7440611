import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Pricing } from './pricing.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface PricingOptions extends AnalysisOptions {
  readonly measure?: string
  readonly touchpoint?: string
  readonly value?: string
  readonly within?: string
}

/** `tutti pricing`: what experience lets the organisation charge for the same product. */
export function pricingCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('pricing')
    .description(words.pricing[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--touchpoint <key>', words.touchpoint[locale])
    .option('--value <kind>', words.value[locale])
    .option('--within <days>', words.within[locale])
  return analysisOptions(command, locale).action((options: PricingOptions) => tell(session, options))
}

async function tell(session: Session, options: PricingOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, touchpoint, value, export: form } = options
  const { period: _, ...filter } = questionOf(options)
  const within = options.within === undefined ? undefined : Number(options.within)
  const input = { workspace, ...filter, measure, touchpoint, value, within }
  const { pricing } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => pricing.export({ ...input, form: wanted }),
    read: () => pricing.read(input),
    lines: linesOf,
  })
}

function linesOf({ premiums }: Pricing): string[] {
  const share = (value: number | null) => (value === null ? '⋯' : `${(value * 100).toFixed(2)}%`)
  return premiums.flatMap(({ level, methods }) =>
    methods.map(
      ({ method, premium: { value, low, high, n } }) =>
        `${level.padEnd(8)}${method.padEnd(18)}${share(value).padStart(8)} [${share(low)}, ${share(high)}]  n ${n}`,
    ),
  )
}

const words = {
  pricing: {
    en: 'Tell what customers pay more or less for the same product, by how they are treated.',
    fr: 'Dire ce que les clients paient de plus ou de moins pour le même produit, selon comment ils sont traités.',
  },
  measure: {
    en: 'measure that tells how people are treated (default: recommendation)',
    fr: 'mesure qui dit comment les gens sont traités (par défaut : la recommandation)',
  },
  touchpoint: { en: 'marks given at this touchpoint only', fr: 'les notes de ce point de contact seulement' },
  value: {
    en: 'kind of outcomes that tells what was paid (default: revenue)',
    fr: 'type de résultats qui dit ce qui a été payé (par défaut : revenue)',
  },
  within: {
    en: 'days that an answer holds for what is bought after it (default: 92)',
    fr: 'jours pendant lesquels une réponse vaut pour les achats qui suivent (par défaut : 92)',
  },
}
