import { Command } from 'commander'
import type {
  ClientOf,
  CommandOutcome,
  CommandSession,
} from '../../../foundations/http/command-session.contract.ts'
import { findingLines } from '../../../foundations/yaml/located-finding.ts'
import type { eventContract, HeldGroup } from './event.contract.ts'

type Session = CommandSession<{ readonly understanding: ClientOf<typeof eventContract> }>

/** Which of the messages that wait, as options of the command line. */
interface WhichOptions {
  readonly source?: string
  readonly reason?: string
}

const pollMs = 2_000

/** `tutti events`: what waits to be mapped, its replay, and the table by which events become facts. */
export function eventCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('events').description(words.events[locale])
  for (const inner of [heldCommand, tailCommand, mapCommand, replayCommand, dropCommand, tableCommand])
    command.addCommand(inner(session))
  return command
}

function heldCommand(session: Session): Command {
  return new Command('held').description(words.held[session.locale]).action(async () => {
    const { client, workspace } = await session.reach()
    const { held } = await client.understanding.events.held({ workspace })
    session.tell({ json: { held }, text: heldText(held, session.locale) })
  })
}

/** Shows what begins to wait, until it is interrupted. */
function tailCommand(session: Session): Command {
  return new Command('tail').description(words.tail[session.locale]).action(async () => {
    const { client, workspace } = await session.reach()
    let before = new Map<string, number>()
    let held: HeldGroup[] = []
    for (let round = 0; !session.interrupted.aborted; round++) {
      held = (await client.understanding.events.held({ workspace })).held
      const grown = held.filter((group) => group.messages > (before.get(placeOf(group)) ?? 0))
      if (round > 0) for (const group of grown) session.progress(lineOf(group))
      before = new Map(held.map((group) => [placeOf(group), group.messages]))
      await session.wait(pollMs)
    }
    session.tell({ json: { held }, text: heldText(held, session.locale) })
  })
}

const placeOf = ({ source, reason, key }: HeldGroup) => [source, reason, key].join('\n')
const lineOf = ({ source, reason, key, messages }: HeldGroup) => `${source}  ${reason}  ${key}  ${messages}`

function mapCommand(session: Session): Command {
  const { locale } = session
  return new Command('map')
    .description(words.map[locale])
    .argument('<key>', words.unknown[locale])
    .argument('[touchpoint]', words.touchpoint[locale])
    .option('--reason <reason>', words.reason[locale], 'name-unknown')
    .action(async (key: string, touchpoint: string | undefined, { reason }: { reason: string }) => {
      const { client, workspace } = await session.reach()
      const known = reason === 'touchpoint-unknown' ? 'touchpoint-unknown' : 'name-unknown'
      const mapped = { workspace, reason: known, key, touchpoint: touchpoint ?? null } as const
      const { yaml } = await client.understanding.events.map(mapped)
      session.tell({ json: { yaml }, text: [yaml.trimEnd()] })
    })
}

function whichCommand(name: string, argument: string, { locale }: Session): Command {
  return new Command(name)
    .argument(argument, words.unknown[locale])
    .option('--source <source>', words.source[locale])
    .option('--reason <reason>', words.reason[locale])
}

function replayCommand(session: Session): Command {
  const { locale } = session
  return whichCommand('replay', '[key]', session)
    .description(words.replay[locale])
    .action(async (key: string | undefined, which: WhichOptions) => {
      const { client, workspace } = await session.reach()
      let [replayed, stillHeld] = [0, 0]
      await throughAll(async (after) => {
        const told = await client.understanding.events.replay({ ...which, key, workspace, ...after })
        replayed += told.replayed
        stillHeld += told.stillHeld
        session.progress(`${replayed} + ${stillHeld}`)
        return told.next
      })
      const rows = [
        [words.replayed[locale], replayed.toLocaleString(locale)],
        [words.stillHeld[locale], stillHeld.toLocaleString(locale)],
      ]
      session.tell({ json: { replayed, stillHeld }, text: [{ head: [], rows, right: [1] }] })
    })
}

function dropCommand(session: Session): Command {
  const { locale } = session
  return whichCommand('drop', '<key>', session)
    .description(words.drop[locale])
    .action(async (key: string, which: WhichOptions) => {
      const { client, workspace } = await session.reach()
      let dropped = 0
      await throughAll(async (after) => {
        const told = await client.understanding.events.drop({ ...which, key, workspace, ...after })
        dropped += told.dropped
        return told.next
      })
      const rows = [[words.dropped[locale], dropped.toLocaleString(locale)]]
      session.tell({ json: { dropped }, text: [{ head: [], rows, right: [1] }] })
    })
}

/** Calls again and again with where the call before ended, until there is no more. */
async function throughAll(
  call: (after: { readonly after?: string }) => Promise<string | null>,
): Promise<void> {
  let next = await call({})
  while (next !== null) next = await call({ after: next })
}

function tableCommand(session: Session): Command {
  const { locale } = session
  return new Command('table')
    .description(words.table[locale])
    .argument('[file]', words.file[locale])
    .option('--shipped', words.shipped[locale])
    .option('--check', words.check[locale])
    .action(async (file: string | undefined, options: { shipped?: boolean; check?: boolean }) => {
      const { client, workspace } = await session.reach()
      const { events } = client.understanding
      if (file === undefined) {
        const { yaml, shipped } = await events.table({ workspace })
        const text = options.shipped ? shipped : yaml
        session.tell({ json: { yaml: text }, text: [text.trimEnd()] })
        return
      }
      const yaml = await session.readText(file)
      const { findings } = await events.checkTable({ workspace, yaml })
      if (findings.length === 0 && !options.check) await events.putTable({ workspace, yaml })
      session.tell(
        checkedOutcome({ file, findings, said: words[options.check ? 'sound' : 'written'][locale] }),
      )
    })
}

interface CheckedTable {
  readonly file: string
  readonly findings: readonly {
    readonly line: number
    readonly column: number
    readonly message: string
    readonly hint: string
  }[]
  /** What is said where nothing is wrong. */
  readonly said: string
}

function checkedOutcome({ file, findings, said }: CheckedTable): CommandOutcome {
  const found = findingLines(file, findings)
  return { json: { findings }, text: found.length > 0 ? found : [said], failed: found.length > 0 }
}

type Locale = Session['locale']

function heldText(held: readonly HeldGroup[], locale: Locale): CommandOutcome['text'] {
  if (held.length === 0) return [words.nothing[locale]]
  const head = [words.source, words.reason, words.unknown, words.messages, words.last].map(
    (word) => word[locale],
  )
  const rows = held.map(({ source, reason, key, messages, lastAt }) => [
    ...[source, reason, key],
    ...[messages.toLocaleString(locale), lastAt],
  ])
  return [{ head, rows, right: [3] }]
}

const words = {
  events: {
    en: 'What events wait to be mapped, their replay, and the rules by which events become facts.',
    fr: 'Les événements à rattacher, leur relecture, et les règles qui en font des faits.',
  },
  held: { en: 'Count what waits to be mapped.', fr: 'Compter ce qui attend d’être rattaché.' },
  tail: {
    en: 'Show what begins to wait, until Ctrl-C.',
    fr: 'Montrer ce qui se met en attente, jusqu’à Ctrl-C.',
  },
  map: {
    en: 'Say where an unknown event happens; without a touchpoint it is not kept.',
    fr: 'Dire où se passe un événement inconnu ; sans point de contact il n’est pas gardé.',
  },
  replay: {
    en: 'Read what waits once more, by the rules as they are now.',
    fr: 'Relire ce qui attend, selon les règles du moment.',
  },
  drop: {
    en: 'Give up what waits for one name or touchpoint.',
    fr: 'Renoncer à ce qui attend pour un nom ou un point de contact.',
  },
  table: {
    en: 'Print the rules of the workspace, or write those of a file.',
    fr: 'Écrire les règles de l’espace, ou y mettre celles d’un fichier.',
  },
  file: { en: 'rules, as YAML', fr: 'des règles, en YAML' },
  shipped: { en: 'print the rules that come with Tutti', fr: 'écrire les règles livrées avec Tutti' },
  check: { en: 'check the file, change nothing', fr: 'vérifier le fichier, sans rien changer' },
  source: { en: 'source', fr: 'source' },
  reason: { en: 'reason', fr: 'raison' },
  unknown: { en: 'name or touchpoint', fr: 'nom ou point de contact' },
  touchpoint: { en: 'key of the touchpoint', fr: 'clé du point de contact' },
  messages: { en: 'messages', fr: 'messages' },
  last: { en: 'last', fr: 'dernier' },
  nothing: { en: 'Nothing waits to be mapped.', fr: 'Rien n’attend d’être rattaché.' },
  replayed: { en: 'replayed', fr: 'relus' },
  stillHeld: { en: 'still waiting', fr: 'encore en attente' },
  dropped: { en: 'given up', fr: 'abandonnés' },
  sound: { en: 'The rules are sound.', fr: 'Les règles sont justes.' },
  written: { en: 'The rules are written.', fr: 'Les règles sont écrites.' },
}
