import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { syncedFiles, syncedStart } from './synced-files.ts'

// The thread in which a database is made: what making it takes is given back when the thread ends.
const engine = await PGlite.create({ fs: syncedFiles(workerData as string), startParams: syncedStart })
await engine.close()
parentPort!.postMessage('made')
