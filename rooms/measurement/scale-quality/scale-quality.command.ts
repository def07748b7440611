import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { ScaleQuality } from './scale-quality.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface ScaleQualityOptions extends AnalysisOptions {
  readonly measure?: string
  readonly by?: string
}

/** `tutti scale-quality`: whether questions measure one thing, and alike in all groups. */
export function scaleQualityCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('scale-quality')
    .description(words.scaleQuality[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--by <what>', words.by[locale])
  return analysisOptions(command, locale).action((options: ScaleQualityOptions) => tell(session, options))
}

async function tell(session: Session, options: ScaleQualityOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, by, export: form } = options
  const input = { workspace, ...questionOf(options), measure, by }
  const { scaleQuality } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => scaleQuality.export({ ...input, form: wanted }),
    read: () => scaleQuality.read(input),
    lines: linesOf,
  })
}

const number = (value: number | null | undefined, digits = 2) =>
  (value == null ? '–' : value.toFixed(digits)).padStart(8)

function linesOf({ parts, items, steps, series }: ScaleQuality, locale: Session['locale']): string[] {
  return [
    words.head[locale],
    ...parts.flatMap(({ kind, omega, alpha, variance, mean }) => [
      `${kind.padEnd(30)}${number(omega?.value)}${number(alpha?.value)}${number(variance)}${number(mean.value, 1)}`,
      ...items
        .filter((item) => item.kind === kind)
        .map(
          ({ question, loading, rest, alphaWithout, mean: own }) =>
            `  ${question.padEnd(28)}${number(loading?.value)}${number(rest)}${number(alphaWithout)}${number(own.value, 1)}`,
        ),
    ]),
    ...steps.map(
      ({ level, fit, cost, holds }) =>
        `${holds ? '=' : '≠'} ${level.padEnd(12)} χ² ${fit.chiSquared.toFixed(1)} (${fit.degreesOfFreedom})  CFI ${fit.cfi.toFixed(3)}${cost ? `  Δ ${cost.cfi.toFixed(3)}  p ${cost.p.toFixed(4)}` : ''}`,
    ),
    ...series.map(
      ({ period, items: asked, common, raw, linked }) =>
        `${period.padEnd(12)}${String(asked).padStart(4)}${String(common).padStart(4)}${number(raw.value, 1)}${number(linked.value, 1)}`,
    ),
  ]
}

const words = {
  scaleQuality: {
    en: 'Tell whether the questions of a score measure one thing, alike in all groups, and what it was on the questions of today.',
    fr: 'Dire si les questions d’une note mesurent une même chose, de même dans tous les groupes, et ce qu’elle était sur les questions d’aujourd’hui.',
  },
  measure: {
    en: 'the measure (default: the composite of the workspace)',
    fr: 'la mesure (par défaut : la composite de l’espace)',
  },
  by: {
    en: 'groups that are to answer alike: language, unit, channel or segment:NAME (default: language)',
    fr: 'groupes qui doivent répondre de même : language, unit, channel ou segment:NOM (par défaut : language)',
  },
  head: {
    en: 'parts: omega, alpha, variance explained, mean; questions: loading, with the rest, alpha without it, mean; steps; quarters: questions, still in use, raw, linked',
    fr: 'composantes : oméga, alpha, variance expliquée, moyenne ; questions : saturation, avec le reste, alpha sans elle, moyenne ; étapes ; trimestres : questions, encore en usage, brut, relié',
  },
}
