import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Acquisition } from './acquisition.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface AcquisitionOptions extends AnalysisOptions {
  readonly measure?: string
  readonly value?: string
  readonly arrival?: string
  readonly days?: string
}

/** `tutti acquisition`: what recommendation brings, and what it costs to acquire and to keep. */
export function acquisitionCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('acquisition')
    .description(words.acquisition[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--value <kind>', words.value[locale])
    .option('--arrival <name>', words.arrival[locale])
    .option('--days <days>', words.days[locale])
  return analysisOptions(command, locale).action((options: AcquisitionOptions) => tell(session, options))
}

async function tell(session: Session, options: AcquisitionOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, value, arrival, days, export: form } = options
  const { period: _, ...filters } = questionOf(options)
  const input = { workspace, ...filters, measure, value, arrival, days }
  const { acquisition } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => acquisition.export({ ...input, form: wanted }),
    read: () => acquisition.read(input),
    lines: linesOf,
  })
}

const number = (value: number | null, digits = 2) =>
  (value === null ? '–' : value.toFixed(digits)).padStart(10)

function linesOf({ ways, levels }: Acquisition, locale: Session['locale']): string[] {
  return [
    words.ways[locale],
    ...ways.map(
      ({ through, n, cost, value, kept }) =>
        `${(through || '–').padEnd(18)}${String(n).padStart(8)}${number(cost.value)}${number(value.value)}${number(kept.value)}`,
    ),
    words.levels[locale],
    ...levels.map(
      ({ level, n, brings, broughtWorth, keepingCost, value, kept }) =>
        `${words[level][locale].padEnd(18)}${String(n).padStart(8)}${number(100 * (brings.value ?? 0))}${number(broughtWorth.value)}${number(keepingCost.value)}${number(value.value)}${number(kept.value)}`,
    ),
  ]
}

const words = {
  acquisition: {
    en: 'Tell what recommendation brings, what it costs to acquire and to keep people, and how experience moves both.',
    fr: 'Dire ce qu’apporte la recommandation, ce qu’il en coûte d’acquérir et de garder, et comment l’expérience y joue.',
  },
  measure: {
    en: 'the measure that tells how people are treated (default: recommendation)',
    fr: 'la mesure qui dit comment les personnes sont traitées (par défaut : la recommandation)',
  },
  value: {
    en: 'kind of outcomes of people that tells what they bring (default: margin, else revenue)',
    fr: 'sorte de résultats de personnes qui dit ce qu’elles apportent (par défaut : margin, sinon revenue)',
  },
  arrival: {
    en: 'name of the interactions that tell that somebody came',
    fr: 'nom des interactions qui disent que quelqu’un est venu',
  },
  days: {
    en: 'days after coming, or after an answer, in which something counts (default: 365)',
    fr: 'jours après la venue, ou après une réponse, qui comptent (par défaut : 365)',
  },
  ways: {
    en: 'way: people, cost of one, what one brings, share that still buys',
    fr: 'voie : personnes, coût d’une, ce qu’une apporte, part qui achète encore',
  },
  levels: {
    en: 'experience: people, brought by a hundred, worth of those by person, cost to keep, what one brings, share that buys again',
    fr: 'expérience : personnes, amenées par cent, valeur de celles-ci par personne, coût pour garder, ce qu’une apporte, part qui rachète',
  },
  weak: { en: 'weak', fr: 'faible' },
  middle: { en: 'middle', fr: 'moyenne' },
  strong: { en: 'strong', fr: 'forte' },
} as const
