import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Composition, CompositionRow } from './composition.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface CompositionOptions extends AnalysisOptions {
  readonly measure?: string
  readonly by?: string
}

/** `tutti composition`: what a figure is made of, and what made it change. */
export function compositionCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('composition')
    .description(words.composition[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--by <what>', words.by[locale])
  return analysisOptions(command, locale).action((options: CompositionOptions) => tell(session, options))
}

async function tell(session: Session, options: CompositionOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, by, export: form } = options
  const input = { workspace, ...questionOf(options), measure, by }
  const { composition } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => composition.export({ ...input, form: wanted }),
    read: () => composition.read(input),
    lines: linesOf,
  })
}

const signs = { 'moved-up': '▲', 'moved-down': '▼', noise: '≈', 'too-thin': '⋯' } as const

function lineOf({ key, share, level, pull, levelEffect, mixEffect }: CompositionRow): string {
  const number = (value: number | null | undefined) => (value == null ? '–' : value.toFixed(3)).padStart(10)
  const sign = levelEffect?.verdict ? signs[levelEffect.verdict] : ' '
  return `${sign} ${(key || '…').padEnd(30)}${`${(share * 100).toFixed(1)} %`.padStart(8)}${number(level.value)}${number(pull?.value)}${number(levelEffect?.estimate.value)}${number(mixEffect?.estimate.value)}`
}

function linesOf({ rows }: Composition, locale: Session['locale']): string[] {
  return [words.head[locale], ...rows.map(lineOf)]
}

const words = {
  composition: {
    en: 'Tell what a figure is made of and what made it change, group by group, so that it adds up.',
    fr: 'Dire de quoi un chiffre est fait et ce qui l’a fait changer, groupe par groupe, de sorte que tout s’additionne.',
  },
  measure: {
    en: 'the measure (default: the composite of the workspace, else the first that can be taken apart)',
    fr: 'la mesure (par défaut : la composite de l’espace, sinon la première qui se décompose)',
  },
  by: {
    en: 'touchpoint, pillar, team, channel, unit, question, part or segment:NAME (default: parts of a composite, else touchpoint)',
    fr: 'touchpoint, pillar, team, channel, unit, question, part ou segment:NOM (par défaut : composantes d’une composite, sinon touchpoint)',
  },
  head: {
    en: 'share, level, what it adds or takes away, what its level and its share did to the change',
    fr: 'part, niveau, ce qu’il ajoute ou retire, ce que son niveau et sa part ont fait au changement',
  },
}
