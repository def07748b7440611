import { Command } from 'commander'
import type { Locale } from '../../foundations/http/locale.contract.ts'
import type { RunningServer } from '../server/start.ts'
import { refused } from './cli-refusal.ts'
import { dataDirectory, type GlobalOptions } from './server-place.ts'
import type { Terminal } from './terminal.ts'

export interface StartCommandNeeds {
  readonly terminal: Terminal
  readonly locale: Locale
  readonly options: () => GlobalOptions
}

/** `tutti start`: serves until it is interrupted. */
export function startCommand(needs: StartCommandNeeds): Command {
  const { locale } = needs
  return new Command('start')
    .description(words.start[locale])
    .option('--port <port>', words.port[locale])
    .option('--host <address>', words.host[locale])
    .option('--no-sample', words.noSample[locale])
    .action((options: ListenOptions) => serve(needs, options))
}

interface ListenOptions {
  readonly port?: string
  readonly host?: string
  readonly sample?: boolean
}

async function serve(needs: StartCommandNeeds, listen: ListenOptions): Promise<void> {
  const { terminal, locale, options } = needs
  const server = await startedServer(needs, listen)
  const { address, welcomeLink = null } = server
  const lines = [
    `${words.at[locale]} ${address}`,
    ...(welcomeLink ? [words.welcome[locale], `  ${welcomeLink}`] : []),
  ]
  terminal.write(options().json ? `${JSON.stringify({ address, welcomeLink })}\n` : `${lines.join('\n')}\n`)
  if (!options().json) tellSample(server, needs)
  await whenInterrupted(terminal.interrupted)
  await server.stop()
}

/** Says how loading the sample goes, a line every tenth. */
function tellSample({ onSampleProgress }: RunningServer, { terminal, locale }: StartCommandNeeds): void {
  let told = -1
  onSampleProgress(({ shareDone, factsKept }) => {
    const tenths = Math.floor(shareDone * 10)
    if (tenths === told) return
    told = tenths
    const facts = new Intl.NumberFormat(locale).format(factsKept)
    terminal.write(
      `${words.sample[locale]} ${tenths * 10}${words.percent[locale]} · ${facts} ${words.facts[locale]}\n`,
    )
  })
}

async function startedServer(
  { terminal: { variables }, options }: StartCommandNeeds,
  { port = variables.TUTTI_PORT, host = variables.TUTTI_HOST, sample = true }: ListenOptions,
): Promise<RunningServer> {
  const { readConfiguration } = await import('../server/configuration.ts')
  const { startServer } = await import('../server/start.ts')
  const TUTTI_DATA = dataDirectory(options(), variables)
  try {
    return await startServer(
      readConfiguration({
        ...variables,
        ...{ TUTTI_DATA, TUTTI_PORT: port, TUTTI_HOST: host },
        ...(sample ? {} : { TUTTI_SAMPLE: 'none' }),
      }),
    )
  } catch (error) {
    if (isPortTaken(error)) throw refused('CLI_PORT_TAKEN', { port: String(error.port) })
    throw refused('CLI_START_FAILED', { reason: error instanceof Error ? error.message : String(error) })
  }
}

function isPortTaken(error: unknown): error is Error & { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function whenInterrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

const words = {
  start: { en: 'Start the server.', fr: 'Démarrer le serveur.' },
  port: {
    en: 'port to listen at (TUTTI_PORT; default: 4400)',
    fr: 'port d’écoute (TUTTI_PORT ; par défaut, 4400)',
  },
  host: {
    en: 'address to listen at (TUTTI_HOST; default: 127.0.0.1)',
    fr: 'adresse d’écoute (TUTTI_HOST ; par défaut, 127.0.0.1)',
  },
  noSample: {
    en: 'begin an empty store without the sample organisation (TUTTI_SAMPLE=none)',
    fr: 'commencer un magasin vide sans l’organisation d’exemple (TUTTI_SAMPLE=none)',
  },
  sample: { en: 'The sample organisation, a simulation:', fr: 'L’organisation d’exemple, une simulation :' },
  facts: { en: 'facts', fr: 'faits' },
  percent: { en: '%', fr: ' %' },
  at: { en: 'Tutti is at', fr: 'Tutti est à l’adresse' },
  welcome: {
    en: 'Nobody has signed in yet. This link makes the first administrator, once:',
    fr: 'Personne ne s’est encore connecté. Ce lien crée le premier administrateur, une fois :',
  },
}
