import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Ensemble } from './ensemble.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface EnsembleOptions extends AnalysisOptions {
  readonly measure?: string
  readonly outcome?: string
}

/** `tutti ensemble`: how even the experience is, who plays alone, and what raising the weakest brings. */
export function ensembleCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('ensemble')
    .description(words.ensemble[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--outcome <key>', words.outcome[locale])
  return analysisOptions(command, locale).action((options: EnsembleOptions) => tell(session, options))
}

async function tell(session: Session, options: EnsembleOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, outcome, export: form } = options
  const input = { workspace, ...questionOf(options), measure, outcome }
  const { ensemble } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => ensemble.export({ ...input, form: wanted }),
    read: () => ensemble.read(input),
    lines: linesOf,
  })
}

function linesOf({ strands }: Ensemble): string[] {
  const number = (value: number | null) => (value === null ? '–' : value.toFixed(2)).padStart(7)
  return strands.map(({ kind, key, evenness, leader, laggard }) => {
    const strand = kind === 'journey' ? key : kind
    const ends = leader && laggard ? `  ${leader.key} … ${laggard.key}` : ''
    return `${strand.padEnd(28)}${number(evenness.value)} [${number(evenness.low)}${number(evenness.high)} ]${ends}`
  })
}

const words = {
  ensemble: {
    en: 'Tell how even the experience is along journeys, channels and units, who plays alone, and what raising the weakest brings.',
    fr: 'Dire si l’expérience est égale le long des parcours, des canaux et des unités, qui joue en soliste, et ce qu’apporte de relever le plus faible.',
  },
  measure: {
    en: 'measure whose levels are compared (default: marks of touchpoints)',
    fr: 'mesure dont les niveaux sont comparés (par défaut : les notes des points de contact)',
  },
  outcome: {
    en: 'measure that raising marks brings something to (default: recommendation)',
    fr: 'mesure à laquelle relever les notes apporte (par défaut : la recommandation)',
  },
}
