import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { SourceRecord, sourceContract } from './source.contract.ts'

type Session = CommandSession<{ readonly understanding: ClientOf<typeof sourceContract> }>

/** `tutti sources`: where facts come from, and which source has fallen silent. */
export function sourcesCommand(session: Session): Command {
  const { locale } = session
  return new Command('sources').description(words.sources[locale]).action(async () => {
    const { client, workspace } = await session.reach()
    const { sources } = await client.understanding.sources.list({ workspace })
    const lines = sources.map((source) => sourceLine(source, locale))
    session.tell({ json: { sources }, text: lines.length > 0 ? lines : [words.none[locale]] })
  })
}

function sourceLine(source: SourceRecord, locale: Session['locale']): string {
  const { key, lastReceivedAt, facts, rhythm, rowsRejected, held, invalid } = source
  const number = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB')
  const sum = facts.reduce((total, { count }) => total + count, 0)
  const counted = [
    [words.facts[locale], sum],
    [words.rejected[locale], rowsRejected],
    [words.held[locale], held],
    [words.invalid[locale], invalid],
  ] as const
  const shown = counted.filter(([, count], index) => index === 0 || count > 0)
  const silent = rhythm.silent
    ? [words.silent[locale].replace('{days}', number.format(rhythm.quietDays))]
    : []
  const told = shown.map(([word, count]) => `${number.format(count)} ${word}`)
  return [key, lastReceivedAt ?? words.never[locale], ...told, ...silent].join(' · ')
}

const words = {
  sources: {
    en: 'Tell where facts come from: when each source last sent, how much, what waits and what was rejected.',
    fr: 'Dire d’où viennent les faits : dernier envoi de chaque source, volume, ce qui attend et ce qui est rejeté.',
  },
  none: { en: 'Nothing flows in yet.', fr: 'Rien n’arrive encore.' },
  never: { en: 'never', fr: 'jamais' },
  facts: { en: 'facts', fr: 'faits' },
  rejected: { en: 'rows rejected', fr: 'lignes rejetées' },
  held: { en: 'to be mapped', fr: 'à rattacher' },
  invalid: { en: 'unreadable', fr: 'illisibles' },
  silent: { en: 'silent for {days} days', fr: 'silencieuse depuis {days} jours' },
}
