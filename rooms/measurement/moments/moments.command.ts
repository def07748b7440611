import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { Moments } from './moments.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

/** `tutti moments`: what decides about a score, as text or as JSON. */
export function momentsCommand(session: Session): Command {
  const command = new Command('moments').description(words.moments[session.locale])
  return analysisOptions(
    command.option('--measure <key>', words.measure[session.locale]),
    session.locale,
  ).action((options: AnalysisOptions & { readonly measure?: string }) => tellMoments(session, options))
}

async function tellMoments(session: Session, options: AnalysisOptions & { readonly measure?: string }) {
  const { client, workspace } = await session.reach()
  const input = { workspace, measure: options.measure, ...questionOf(options) }
  const { moments } = client.measurement
  await tellAnalysis(session, {
    form: options.export,
    carry: (form) => moments.export({ ...input, form }),
    read: () => moments.read(input),
    lines: linesOf,
  })
}

function linesOf({ moments }: Moments): string[] {
  const told = ({ value, low, high }: Moments['moments'][number]['penalty']) =>
    `${value?.toFixed(2) ?? '–'} [${low?.toFixed(2) ?? '–'}, ${high?.toFixed(2) ?? '–'}]`
  return moments.map(
    ({ touchpoint, penalty, reward, character, declared, detected }) =>
      `${touchpoint.padEnd(24)}${told(penalty).padEnd(24)}${told(reward).padEnd(24)}${(character ?? '–').padEnd(14)}${declared ? 'D' : ' '}${detected ? '*' : ''}`,
  )
}

const words = {
  moments: {
    en: 'Tell what a low and a top mark of each touchpoint cost and bring, and which decide (*), beside those declared (D).',
    fr: 'Dire ce que coûte et rapporte une note basse ou haute de chaque point de contact, et lesquels décident (*), à côté des déclarés (D).',
  },
  measure: {
    en: 'the measure they decide about (default: recommendation)',
    fr: 'la mesure dont ils décident (par défaut : la recommandation)',
  },
}
