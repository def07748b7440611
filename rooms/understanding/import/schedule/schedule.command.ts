import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../../foundations/http/command-session.contract.ts'
import type { ScheduleRecord, scheduleContract } from './schedule.contract.ts'
import { scheduleReason } from './schedule-reason.ts'
import { isUnderWay, toldCounts } from './schedule-told.ts'

type Session = CommandSession<{ readonly understanding: ClientOf<typeof scheduleContract> }>

interface PutOptions {
  readonly name?: string
  readonly folder?: string
  readonly pattern?: string
  readonly every?: string
  readonly paused?: boolean
}

/** `tutti import schedule`: folders of the server that are imported from every few minutes. */
export function scheduleCommand(session: Session): Command {
  return new Command('schedule')
    .description(words.schedule[session.locale])
    .addCommand(listCommand(session))
    .addCommand(putCommand(session))
    .addCommand(removeCommand(session))
    .addCommand(runCommand(session))
}

const noInbox = { code: 'UNDERSTANDING_INBOX_NOT_SET', values: {} }

function listCommand(session: Session): Command {
  const { locale } = session
  return new Command('list').description(words.list[locale]).action(async () => {
    const { client, workspace } = await session.reach()
    const { inbox, schedules } = await client.understanding.schedules.list({ workspace })
    const told = schedules.flatMap((schedule) => scheduleText(schedule, locale))
    const text = [
      ...(inbox ? [] : [scheduleReason(noInbox, locale)]),
      ...(told.length > 0 ? told : [words.none[locale]]),
    ]
    session.tell({ json: { inbox, schedules }, text, failed: !inbox || schedules.some(hasTrouble) })
  })
}

function putCommand(session: Session): Command {
  const { locale } = session
  return new Command('put')
    .description(words.put[locale])
    .argument('<key>', words.key[locale])
    .argument('<mapping>', words.saved[locale])
    .option('--name <name>', words.name[locale])
    .option('--folder <folder>', words.folder[locale])
    .option('--pattern <pattern>', words.pattern[locale])
    .option('--every <minutes>', words.every[locale])
    .option('--paused', words.paused[locale])
    .action(async (key: string, mapping: string, options: PutOptions) => {
      const { name = key, every, ...given } = options
      const { client, workspace } = await session.reach()
      const schedule = await client.understanding.schedules.put({
        ...{ workspace, key, mapping, name, ...given },
        everyMinutes: every === undefined ? undefined : Number(every),
      })
      session.tell({ json: schedule, text: scheduleText(schedule, locale) })
    })
}

function removeCommand(session: Session): Command {
  const { locale } = session
  return new Command('remove')
    .description(words.remove[locale])
    .argument('<key>', words.key[locale])
    .action(async (key: string) => {
      const { client, workspace } = await session.reach()
      const done = await client.understanding.schedules.remove({ workspace, key })
      session.tell({ json: done, text: [words.removed[locale]] })
    })
}

const pollMs = 200

/** Looks now, and tells how it went once nothing of it is under way any more. */
function runCommand(session: Session): Command {
  const { locale } = session
  return new Command('run')
    .description(words.run[locale])
    .argument('<key>', words.key[locale])
    .action(async (key: string) => {
      const { client, workspace } = await session.reach()
      const { schedules } = client.understanding
      let schedule: ScheduleRecord | undefined = await schedules.run({ workspace, key })
      while (schedule && isUnderWay(schedule) && !session.interrupted.aborted) {
        session.progress(countsLine(schedule, locale))
        await session.wait(pollMs)
        schedule = (await schedules.list({ workspace })).schedules.find((one) => one.key === key)
      }
      const text = schedule ? scheduleText(schedule, locale) : [words.removed[locale]]
      session.tell({ json: schedule ?? null, text, failed: schedule === undefined || hasTrouble(schedule) })
    })
}

const hasTrouble = ({ problem, counts }: ScheduleRecord) => problem !== null || (counts.failed ?? 0) > 0

function scheduleText(schedule: ScheduleRecord, locale: Session['locale']) {
  const { key, folder, pattern, mapping, everyMinutes, problem, files } = schedule
  const place = folder === '' ? pattern : `${folder}/${pattern}`
  const rhythm = words.everyMinutes[locale].replace('{minutes}', String(everyMinutes))
  const rows = files.map(({ name, state, reason }) => [name, words[state][locale], reason ?? ''])
  return [
    `${key} · ${place} · ${mapping} · ${rhythm}`,
    `  ${timesLine(schedule, locale)} · ${countsLine(schedule, locale)}`,
    ...(problem === null ? [] : [`  ${problem}`]),
    ...(rows.length === 0 ? [] : [{ head: [], rows }]),
  ]
}

function timesLine({ lastLookAt, nextLookAt }: ScheduleRecord, locale: Session['locale']): string {
  const last = `${words.last[locale]} ${lastLookAt ?? words.never[locale]}`
  return `${last} · ${nextLookAt === null ? words.isPaused[locale] : `${words.next[locale]} ${nextLookAt}`}`
}

function countsLine(schedule: ScheduleRecord, locale: Session['locale']): string {
  return toldCounts(schedule)
    .map(([state, files]) => `${files.toLocaleString(locale)} ${words[state][locale]}`)
    .join(', ')
}

const words = {
  schedule: {
    en: 'Import what arrives in a folder of the server (TUTTI_INBOX), every few minutes.',
    fr: 'Importer ce qui arrive dans un dossier du serveur (TUTTI_INBOX), toutes les quelques minutes.',
  },
  list: {
    en: 'Tell each schedule: when it looked and looks next, what it imported, what waits and what failed.',
    fr: 'Dire chaque planification : dernier et prochain passage, ce qui est importé, en attente ou en échec.',
  },
  put: {
    en: 'Add a schedule, or change the one of this key. Files are neither moved nor deleted.',
    fr: 'Ajouter une planification, ou modifier celle de cette clé. Aucun fichier n’est déplacé ni supprimé.',
  },
  remove: {
    en: 'Look into the folder no more; what was imported stays.',
    fr: 'Ne plus regarder dans le dossier ; ce qui a été importé reste.',
  },
  run: {
    en: 'Look into the folder now; files that failed are tried again.',
    fr: 'Regarder dans le dossier maintenant ; les fichiers en échec sont repris.',
  },
  key: { en: 'key of the schedule', fr: 'clé de la planification' },
  saved: {
    en: 'key of the saved mapping that reads the files',
    fr: 'clé de la correspondance qui lit les fichiers',
  },
  name: { en: 'what it is called (default: its key)', fr: 'son nom (par défaut, sa clé)' },
  folder: {
    en: 'folder below <TUTTI_INBOX>/<workspace>/ (default: that one itself)',
    fr: 'dossier sous <TUTTI_INBOX>/<espace>/ (par défaut, celui-là même)',
  },
  pattern: { en: 'names of the files (default: *.csv)', fr: 'noms des fichiers (par défaut, *.csv)' },
  every: {
    en: 'minutes between two looks (default: 15)',
    fr: 'minutes entre deux passages (par défaut, 15)',
  },
  paused: { en: 'look only when asked', fr: 'ne regarder que sur demande' },
  none: {
    en: 'Nothing is imported on schedule yet.',
    fr: 'Rien n’est encore importé selon une planification.',
  },
  removed: { en: 'The schedule is removed.', fr: 'La planification est supprimée.' },
  everyMinutes: { en: 'every {minutes} min', fr: 'toutes les {minutes} min' },
  last: { en: 'last look', fr: 'dernier passage' },
  next: { en: 'next', fr: 'prochain' },
  never: { en: 'never', fr: 'jamais' },
  isPaused: { en: 'paused', fr: 'en pause' },
  waiting: { en: 'waiting', fr: 'en attente' },
  importing: { en: 'being imported', fr: 'en cours d’import' },
  imported: { en: 'imported', fr: 'importés' },
  same: { en: 'imported before', fr: 'déjà importés' },
  failed: { en: 'failed', fr: 'en échec' },
  undone: { en: 'undone', fr: 'défaits' },
}
