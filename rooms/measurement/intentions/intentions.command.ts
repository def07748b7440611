import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Intentions } from './intentions.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface IntentionsOptions extends AnalysisOptions {
  readonly measure?: string
  readonly behaviour?: Intentions['behaviour']
  readonly leaving?: string
  readonly days?: string
}

/** `tutti intentions`: what people said they would do, and what they did. */
export function intentionsCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('intentions')
    .description(words.intentions[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--behaviour <buy|stay>', words.behaviour[locale])
    .option('--leaving <name>', words.leaving[locale])
    .option('--days <number>', words.days[locale])
  return analysisOptions(command, locale).action((options: IntentionsOptions) => tell(session, options))
}

async function tell(session: Session, options: IntentionsOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, behaviour, leaving, export: form } = options
  const { period: _, ...filter } = questionOf(options)
  const days = options.days === undefined ? undefined : Number(options.days)
  const input = { workspace, ...filter, measure, behaviour, leaving, days }
  const { intentions } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => intentions.export({ ...input, form: wanted }),
    read: () => intentions.read(input),
    lines: linesOf,
  })
}

function linesOf({ groups }: Intentions): string[] {
  const percent = (share: number | null) =>
    (share === null ? '–' : `${(share * 100).toFixed(0)}%`).padStart(6)
  return groups.map(
    ({ score, said, did }) =>
      `${score.padEnd(8)}${percent(said)}${percent(did.value)} [${percent(did.low)}${percent(did.high)} ]  n ${did.n}`,
  )
}

const words = {
  intentions: {
    en: 'Tell how well what people said they would do came true, and what a score means.',
    fr: 'Dire si ce que les gens ont dit qu’ils feraient s’est réalisé, et ce que veut dire une note.',
  },
  measure: {
    en: 'measure in which people state what they will do (default: one of the kind intention)',
    fr: 'mesure où les gens disent ce qu’ils feront (par défaut : une du type intention)',
  },
  behaviour: {
    en: 'what they did: buy (default) or stay',
    fr: 'ce qu’ils ont fait : buy, acheter (par défaut), ou stay, rester',
  },
  leaving: {
    en: 'name of the interactions that tell that people left (default: one ending in -ended, -cancelled)',
    fr: 'nom des interactions qui disent que l’on part (par défaut : l’une qui finit par -ended, -cancelled)',
  },
  days: {
    en: 'days after an answer in which they did it or not (default: 90)',
    fr: 'jours après une réponse où ils l’ont fait ou non (par défaut : 90)',
  },
}
