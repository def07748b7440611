import { readConfiguration } from './configuration.ts'
import { reportError } from './report-error.ts'
import { type RunningServer, startServer } from './start.ts'

/** Runs the server until the process is told to end; what was asked for before then is answered. */
export async function runServer(environment: NodeJS.ProcessEnv): Promise<RunningServer> {
  const server = await startServer(readConfiguration(environment))
  let stopping = false
  const end = async () => {
    if (stopping) process.exit(1)
    stopping = true
    await server.stop().catch(reportError)
    process.exit(0)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return server
}
