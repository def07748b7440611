import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import { untilDone } from '../analyses/until-done.command.ts'
import type { alertContract } from './alert.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof alertContract> }>

/** `tutti alerts`: what became worse lately and nobody saw yet; `tutti alerts see KEY` says that it was seen. */
export function alertsCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('alerts')
    .description(words.alerts[locale])
    .option('--all', words.all[locale])
    .action((options: { readonly all?: boolean }) => tellAlerts(session, options.all ?? false))
  command
    .command('see <key>')
    .description(words.see[locale])
    .action((key: string) => seeAlert(session, key))
  return command
}

async function tellAlerts({ reach, tell, locale }: Session, isAll: boolean): Promise<void> {
  const { client, workspace } = await reach()
  const { alerts } = await untilDone(() => client.measurement.alerts.list({ workspace }))
  const told = alerts.filter(({ seen }) => isAll || seen === null)
  const lines = told.map(({ key, said, seen }) => `${seen ? '✓' : '▼'} ${said[locale]}  [${key}]`)
  tell({ json: { alerts: told }, text: lines.length > 0 ? lines : [words.none[locale]] })
}

async function seeAlert({ reach, tell, locale }: Session, key: string): Promise<void> {
  const { client, workspace } = await reach()
  await client.measurement.alerts.see({ workspace, key })
  tell({ json: { seen: key }, text: [words.seen[locale]] })
}

const words = {
  alerts: {
    en: 'Tell what became worse lately and nobody said yet that they saw.',
    fr: 'Dire ce qui a empiré ces derniers temps et que personne n’a encore dit avoir vu.',
  },
  all: { en: 'with those that were seen', fr: 'avec celles qui ont été vues' },
  see: { en: 'say that an alert was seen', fr: 'dire qu’une alerte a été vue' },
  seen: { en: 'Seen.', fr: 'Vue.' },
  none: { en: 'Nothing became worse lately.', fr: 'Rien n’a empiré ces derniers temps.' },
}
