import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Linkage } from './linkage.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface LinkageOptions extends AnalysisOptions {
  readonly measure?: string
  readonly control?: string
  readonly grain?: string
  readonly touchpoint?: string
}

/** `tutti linkage`: what employees live, what customers live and what comes of it, side by side. */
export function linkageCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('linkage')
    .description(words.linkage[locale])
    .option('--measure <keys>', words.measure[locale])
    .option('--control <keys>', words.control[locale])
    .option('--grain <length>', words.grain[locale])
    .option('--touchpoint <key>', words.touchpoint[locale])
  return analysisOptions(command, locale).action((options: LinkageOptions) => tellLinkage(session, options))
}

async function tellLinkage(session: Session, options: LinkageOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, control, touchpoint, export: form } = options
  const { period: _, population: __, ...filter } = questionOf(options)
  const grain = options.grain as Linkage['grain'] | undefined
  const input = { workspace, measure, control, grain, touchpoint, ...filter }
  const { linkage } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => linkage.export({ ...input, form: wanted }),
    read: () => linkage.read(input),
    lines: linesOf,
  })
}

const shownAtMost = 20

function linesOf({ links }: Linkage): string[] {
  const number = (value: number | null) => (value === null ? '⋯' : value.toPrecision(3))
  return links.slice(0, shownAtMost).map(({ x, y, lag, r, freed, slope, pAdjusted, isShown }) => {
    const { value, low, high } = freed && freed.value !== null ? freed : slope
    const name = `${isShown ? '●' : '○'} ${x} → ${y}`
    return `${name.padEnd(44)}+${lag}  ${number(value).padStart(8)} [${number(low)}, ${number(high)}]  r ${r.value!.toFixed(2)}  p ${pAdjusted.toFixed(4)}`
  })
}

const words = {
  linkage: {
    en: 'Tell how what employees live, what customers live and results of the same units go together, and how much later.',
    fr: 'Dire comment le vécu des salariés, celui des clients et les résultats des mêmes unités vont ensemble, et avec quel délai.',
  },
  measure: {
    en: 'keys of measures, separated by commas (default: all)',
    fr: 'clés de mesures, séparées par des virgules (par défaut : toutes)',
  },
  control: {
    en: 'keys of measures held constant, separated by commas',
    fr: 'clés de mesures tenues constantes, séparées par des virgules',
  },
  grain: { en: 'month (default), quarter, year or all', fr: 'month (par défaut), quarter, year ou all' },
  touchpoint: {
    en: 'what customers live at this touchpoint only',
    fr: 'ce que vivent les clients à ce point de contact seulement',
  },
}
