import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { CarryOver } from './carry-over.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface CarryOverOptions extends AnalysisOptions {
  readonly measure?: string
  readonly days?: string
}

/** `tutti carry-over`: how what is lived at one touchpoint is felt at the next, and in another channel. */
export function carryOverCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('carry-over')
    .description(words.carryOver[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--days <number>', words.days[locale])
  return analysisOptions(command, locale).action((options: CarryOverOptions) => tell(session, options))
}

async function tell(session: Session, options: CarryOverOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, export: form } = options
  const days = options.days === undefined ? undefined : Number(options.days)
  const input = { workspace, ...questionOf(options), measure, days }
  const { carryOver } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => carryOver.export({ ...input, form: wanted }),
    read: () => carryOver.read(input),
    lines: linesOf,
  })
}

function linesOf({ incidents, links, switches }: CarryOver): string[] {
  const number = (value: number | null) => (value === null ? '–' : value.toFixed(2)).padStart(7)
  const line = (
    name: string,
    one: { value: number | null; low: number | null; high: number | null },
    isTold: boolean,
  ) => `${isTold ? '*' : ' '} ${name.padEnd(52)}${number(one.value)} [${number(one.low)}${number(one.high)} ]`
  return [
    ...incidents.flatMap(({ measure, at, later }) =>
      later.map((one) => line(`${measure.key}: ${at.key} → ${one.at.key}`, one.share, one.isTold)),
    ),
    ...links.map(({ from, to, slope, isTold }) => line(`${from.key} → ${to.key}`, slope, isTold)),
    ...switches.map(({ from, to, measure, effect, isTold }) =>
      line(`${from} → ${to}: ${measure.key}`, effect, isTold),
    ),
  ]
}

const words = {
  carryOver: {
    en: 'Tell how what is lived at one touchpoint is felt at the next, and what changing channel does (* told from chance).',
    fr: 'Dire comment ce qui se vit à un point de contact se ressent au suivant, et ce que fait un changement de canal (* hors du hasard).',
  },
  measure: {
    en: 'measure whose marks are followed (default: marks of touchpoints)',
    fr: 'mesure dont on suit les notes (par défaut : les notes des points de contact)',
  },
  days: {
    en: 'days before an answer in which what was lived counts (default: 14)',
    fr: 'jours avant une réponse où ce qui fut vécu compte (par défaut : 14)',
  },
}
