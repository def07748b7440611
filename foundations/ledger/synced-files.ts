import { fsyncSync } from 'node:fs'
import { PGlite as Engine, type PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = Parameters<NodeFS['init']>[1]
type Module = Parameters<NonNullable<Init['preRun']>[number]>[0]

interface OpenFile {
  readonly nfd?: number
}

/** Files of the embedded engine, flushed to the disk when the engine asks: a commit survives a power cut. */
export function syncedFiles(directory: string): NodeFS {
  const files = new NodeFS(directory)
  const init = files.init.bind(files)
  files.init = async (engine: PGlite, options: Init) => {
    const { emscriptenOpts } = await init(engine, options)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [flushOnSync, ...(emscriptenOpts.preRun ?? [])] } }
  }
  return files
}

function flushOnSync(module: Module): void {
  const { stream_ops: operations } = module.NODEFS as unknown as {
    stream_ops: { fsync?: (file: OpenFile) => number }
  }
  operations.fsync = ({ nfd }) => {
    if (nfd !== undefined) fsyncSync(nfd)
    return 0
  }
}

/** The engine's own start parameters without the one that turns flushing off, and with buffers for records, which are few. */
export const syncedStart = [
  ...Engine.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=32MB',
]
