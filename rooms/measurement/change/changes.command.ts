import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Changes } from './changes.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

interface ChangesOptions extends AnalysisOptions {
  readonly measure?: string
  readonly by?: string
}

/** `tutti changes`: what changed its level and when, as text or as JSON. */
export function changesCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('changes')
    .description(words.changes[locale])
    .option('--measure <keys>', words.measure[locale])
    .option('--by <grouping>', words.by[locale])
  return analysisOptions(command, locale).action((options: ChangesOptions) => tellChanges(session, options))
}

async function tellChanges(session: Session, options: ChangesOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { measure, export: form } = options
  const { period: _, ...filter } = questionOf(options)
  const by = options.by as Changes['by'] | undefined
  const input = { workspace, measure, by, ...filter }
  const { changes } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => changes.export({ ...input, form: wanted }),
    read: () => changes.read(input),
    lines: linesOf,
  })
}

function linesOf({ series }: Changes): string[] {
  return series.flatMap(({ measure, group, changes }) =>
    changes.map(({ month, before, after, p, isWorse }) => {
      const where = `${isWorse ? '▼' : '▲'} ${group ?? '–'} · ${measure.key}`
      return `${where.padEnd(44)}${before.toFixed(2).padStart(8)} → ${after.toFixed(2).padEnd(10)}${month}  p ${p.toFixed(3)}`
    }),
  )
}

const words = {
  changes: {
    en: 'Tell which measures changed their level, since which month, over all months there are.',
    fr: 'Dire quelles mesures ont changé de niveau, depuis quel mois, sur tous les mois qui existent.',
  },
  measure: {
    en: 'keys of measures, separated by commas (default: all)',
    fr: 'clés de mesures, séparées par des virgules (par défaut : toutes)',
  },
  by: { en: 'told apart by touchpoint or unit', fr: 'distingués par touchpoint ou unit' },
}
