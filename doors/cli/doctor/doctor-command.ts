import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import type { Locale } from '../../../foundations/http/locale.contract.ts'
import type { Session } from '../command-session.ts'
import { dataDirectory, type GlobalOptions, serverPlace } from '../server-place.ts'
import type { Terminal } from '../terminal.ts'
import type { Examination } from './examination.ts'

export interface DoctorCommandNeeds {
  readonly session: Session
  readonly options: () => GlobalOptions
  readonly variables: Terminal['variables']
}

/** `tutti doctor`: looks at everything the server needs, and says what to do where something is missing. */
export function doctorCommand(needs: DoctorCommandNeeds): Command {
  const { session } = needs
  return new Command('doctor').description(words.doctor[session.locale]).action(async () => {
    const examinations = await examineAll(needs)
    session.tell({
      json: { examinations: examinations.map((examination) => plain(examination, session.locale)) },
      text: [{ head: [], rows: examinations.flatMap((examination) => rowsOf(examination, session.locale)) }],
      failed: examinations.some(({ state }) => state === 'ill'),
    })
  })
}

async function examineAll({ options, variables }: DoctorCommandNeeds): Promise<Examination[]> {
  const { readConfiguration } = await import('../../server/configuration.ts')
  const { examineLedger, examineNode, examineWarehouse } = await import('./examine-engines.ts')
  const { examineData, examineDisk, examinePort } = await import('./examine-machine.ts')
  const { examineServer } = await import('./examine-server.ts')
  const configuration = readConfiguration({ ...variables, TUTTI_DATA: dataDirectory(options(), variables) })
  return [
    examineNode(neededNode()),
    await examineLedger(configuration),
    await examineWarehouse(configuration),
    await examineData(configuration),
    await examineDisk(configuration),
    await examinePort(configuration),
    await examineServer(await serverPlace(options(), variables)),
  ]
}

function neededNode(): string {
  const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { dependencies: { node: string } }).dependencies.node
}

function plain({ name, state, message, remedy }: Examination, locale: Locale) {
  return { name, state, message: message[locale], remedy: remedy?.[locale] ?? null }
}

const marks = { well: '✓', note: '·', ill: '✗' }

function rowsOf({ name, state, message, remedy }: Examination, locale: Locale): string[][] {
  const row = [marks[state], words[name][locale], message[locale]]
  return remedy ? [row, ['', '', `→ ${remedy[locale]}`]] : [row]
}

const words = {
  doctor: {
    en: 'Look at everything the server needs, and say what to do where something is missing.',
    fr: 'Examiner tout ce dont le serveur a besoin, et dire quoi faire où il manque quelque chose.',
  },
  node: { en: 'Node', fr: 'Node' },
  ledger: { en: 'ledger', fr: 'registre' },
  warehouse: { en: 'warehouse', fr: 'entrepôt' },
  data: { en: 'data directory', fr: 'répertoire des données' },
  disk: { en: 'disk', fr: 'disque' },
  port: { en: 'port', fr: 'port' },
  server: { en: 'server', fr: 'serveur' },
}
