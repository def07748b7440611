import { Command, InvalidArgumentError } from 'commander'
import { sampleWorkspace } from '../server/sample-workspace.ts'
import type { Session } from './command-session.ts'

export interface SampleCommandNeeds {
  readonly session: Session
  /** The sample ends today unless a day is named. */
  readonly clock: () => Date
}

interface SampleOptions {
  readonly people: number
  readonly seed: number
  readonly endDay: string
  readonly out: string
}

/** `tutti sample`: writes the sample organisation as files. */
export function sampleCommand({ session, clock }: SampleCommandNeeds): Command {
  const { locale } = session
  return new Command('sample')
    .description(words.sample[locale])
    .option('--out <directory>', words.out[locale])
    .option('--people <count>', words.people[locale], wholeNumber, 60_000)
    .option('--seed <number>', words.seed[locale], wholeNumber, 1)
    .option('--end-day <day>', words.endDay[locale], day, clock().toISOString().slice(0, 10))
    .action((options: Partial<SampleOptions> & Omit<SampleOptions, 'out'>, command: Command) => {
      const { out } = options
      if (out === undefined) command.error(words.outMissing[locale])
      return write(session, { ...options, out })
    })
    .addCommand(new Command('remove').description(words.remove[locale]).action(() => remove(session)))
}

/** Removes the workspace in which the sample lives, and so nothing else. */
async function remove(session: Session): Promise<void> {
  const { key, name } = sampleWorkspace
  const { client } = await session.reach(key)
  await client.access.workspaces.remove({ workspace: key, name })
  session.tell({ json: { removed: key }, text: [words.removed[session.locale]] })
}

async function write(session: Session, { out, ...size }: SampleOptions): Promise<void> {
  const { writeSampleFiles } = await import('../../sample/write-sample-files.ts')
  const { locale, interrupted, progress } = session
  const { facts } = await writeSampleFiles(size, {
    directory: out,
    signal: interrupted,
    onProgress: (shareDone) =>
      progress(`${words.writing[locale]} ${Math.floor(100 * shareDone)}${words.percent[locale]}`),
  })
  const number = new Intl.NumberFormat(locale)
  session.tell({
    json: { directory: out, ...size, facts },
    text: [
      `${words.written[locale]} ${out}`,
      {
        head: [],
        rows: Object.entries(facts).map(([kind, count]) => [kind, number.format(count)]),
        right: [1],
      },
    ],
  })
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError(text)
  return Number(text)
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError(text)
  return text
}

const words = {
  sample: {
    en: 'Write the sample organisation, a simulation, as files of JSON lines.',
    fr: 'Écrire l’organisation d’exemple, une simulation, en fichiers de lignes JSON.',
  },
  outMissing: {
    en: 'Say where to write: --out DIRECTORY. To remove the sample from a server: tutti sample remove.',
    fr: 'Dites où écrire : --out RÉPERTOIRE. Pour retirer l’exemple d’un serveur : tutti sample remove.',
  },
  remove: {
    en: 'remove the sample organisation, and nothing else, from the server',
    fr: 'retirer du serveur l’organisation d’exemple, et rien d’autre',
  },
  removed: {
    en: 'The sample organisation is removed.',
    fr: 'L’organisation d’exemple est retirée.',
  },
  out: { en: 'directory to write into', fr: 'répertoire où écrire' },
  people: { en: 'customers', fr: 'nombre de clients' },
  seed: {
    en: 'number that all chance is drawn from',
    fr: 'nombre dont tout le hasard est tiré',
  },
  endDay: {
    en: 'last day with facts, such as 2026-06-30 (default: today)',
    fr: 'dernier jour avec des faits, par exemple 2026-06-30 (par défaut, aujourd’hui)',
  },
  writing: { en: 'Writing the sample:', fr: 'Écriture de l’exemple :' },
  percent: { en: '%', fr: ' %' },
  written: { en: 'The sample stands in', fr: 'L’exemple se trouve dans' },
}
