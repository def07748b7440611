import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { Locale } from './locale.contract.ts'

/** A table that people read; `right` numbers the columns of figures. */
export interface OutcomeTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly right?: readonly number[]
}

/** What a command of the command line has to say. */
export interface CommandOutcome {
  /** What `--json` prints, and nothing else. */
  readonly json: unknown
  /** What people read. */
  readonly text: readonly (string | OutcomeTable)[]
  /** True where something was refused or found. */
  readonly failed?: boolean
}

/** A part of the API as its callers see it. */
export type ClientOf<Contract extends AnyContractRouter> = ContractRouterClient<Contract>

/** A server that answers, and the workspace that is meant. */
export interface ReachedServer<Client> {
  readonly client: Client
  readonly workspace: string
  /** Uploads a file as it is read; answers with the id it was given. */
  readonly upload: (path: string) => Promise<{ readonly id: string }>
}

/** What a command of a room is given by the command line. */
export interface CommandSession<Client> {
  readonly locale: Locale
  /** Aborted when the user presses Ctrl-C. */
  readonly interrupted: AbortSignal
  readonly reach: (workspace?: string) => Promise<ReachedServer<Client>>
  /** The same, or null where no server is named and none runs here. */
  readonly reachIfRunning: () => Promise<ReachedServer<Client> | null>
  readonly readText: (path: string) => Promise<string>
  readonly writeText: (path: string, text: string) => Promise<void>
  readonly wait: (durationMs: number) => Promise<void>
  /** Shows how far long work has come, where somebody is looking. */
  readonly progress: (line: string) => void
  readonly tell: (outcome: CommandOutcome) => void
}
