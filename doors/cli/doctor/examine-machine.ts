import { access, constants, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { holdDataDirectory } from '../../../foundations/ledger/data-directory.ts'
import type { Configuration } from '../../server/configuration.ts'
import { type Examination, inBoth, reasonOf } from './examination.ts'

/** Whether the data directory can be written, and who holds it. */
export async function examineData({ dataDirectory }: Configuration): Promise<Examination> {
  const path = resolve(dataDirectory)
  const there = await nearestThere(path)
  const writable = await access(there, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!writable) return unwritable(there)
  if (there !== path)
    return { name: 'data', state: 'well', message: { en: `${path} will be made`, fr: `${path} sera créé` } }
  return heldData(path)
}

/** The directory itself, or the nearest one above it that exists. */
async function nearestThere(path: string): Promise<string> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  )
  return exists || dirname(path) === path ? path : nearestThere(dirname(path))
}

function unwritable(path: string): Examination {
  return {
    name: 'data',
    state: 'ill',
    message: { en: `${path} cannot be written`, fr: `${path} ne peut pas être écrit` },
    remedy: {
      en: 'Give yourself the right to write there, or set TUTTI_DATA to another directory.',
      fr: 'Donnez-vous le droit d’y écrire, ou choisissez un autre répertoire par TUTTI_DATA.',
    },
  }
}

async function heldData(path: string): Promise<Examination> {
  try {
    const held = await holdDataDirectory(path)
    held.release()
    return { name: 'data', state: 'well', message: { en: `${path} is free`, fr: `${path} est libre` } }
  } catch (error) {
    return { name: 'data', state: 'note', message: inBoth(reasonOf(error)) }
  }
}

const bytesNeeded = 200e6
const bytesWanted = 2e9

/** Room left on the disk of the data directory. */
export async function examineDisk({ dataDirectory }: Configuration): Promise<Examination> {
  const disk = await statfs(await nearestThere(resolve(dataDirectory)))
  const bytes = disk.bavail * disk.bsize
  const room = `${(bytes / 1e9).toFixed(1)}`
  return {
    name: 'disk',
    state: bytes < bytesNeeded ? 'ill' : bytes < bytesWanted ? 'note' : 'well',
    message: { en: `${room} GB left`, fr: `${room.replace('.', ',')} Go libres` },
    ...(bytes < bytesWanted && {
      remedy: {
        en: 'Make room, or move TUTTI_DATA to another disk.',
        fr: 'Faites de la place, ou déplacez TUTTI_DATA.',
      },
    }),
  }
}

/** Whether the server could listen where it is told to. */
export async function examinePort({ host, port }: Configuration): Promise<Examination> {
  const taken = await listenOnce(host, port)
  if (!taken)
    return {
      name: 'port',
      state: 'well',
      message: { en: `${host}:${port} is free`, fr: `${host}:${port} est libre` },
    }
  return {
    name: 'port',
    state: 'note',
    message: {
      en: `${host}:${port} cannot be taken: ${taken}`,
      fr: `${host}:${port} ne peut pas être pris : ${taken}`,
    },
    remedy: {
      en: 'If that is not the server itself, set TUTTI_PORT to another port.',
      fr: 'Si ce n’est pas le serveur lui-même, choisissez un autre port par TUTTI_PORT.',
    },
  }
}

function listenOnce(host: string, port: number): Promise<string | null> {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', (error) => settle('code' in error ? String(error.code) : error.message))
    server.listen(port, host, () => server.close(() => settle(null)))
  })
}
