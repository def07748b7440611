import { z } from 'zod'

const address = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `is no address such as ${example}`,
  })

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

const Environment = z.object({
  TUTTI_DATA: z.string().min(1).default('data'),
  TUTTI_PORT: z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) <= 65_535, 'is no port between 0 and 65535')
    .transform(Number)
    .default(4400),
  TUTTI_HOST: z.string().min(1).default('127.0.0.1'),
  TUTTI_INBOX: z.string().min(1).optional(),
  TUTTI_EVENTS_AHEAD: z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text), 'is no number of events between 0 and 999999')
    .transform(Number)
    .default(10_000),
  TUTTI_LEDGER_URL: address(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/tutti',
  ).optional(),
  TUTTI_WAREHOUSE_URL: address(['http:', 'https:'], 'http://user:password@host:8123/tutti').optional(),
  TUTTI_WAREHOUSE_CLUSTER: z
    .string()
    .regex(/^[\w-]+$/, 'is no name of a cluster')
    .optional(),
  TUTTI_PUBLIC_URL: address(['http:', 'https:'], 'https://tutti.example.org').optional(),
  TUTTI_TRUSTED_PROXIES: z.string().default(''),
  TUTTI_METRICS_TOKEN: z.string().min(16, 'is shorter than 16 characters').optional(),
  TUTTI_SAMPLE: z
    .string()
    .refine(
      (text) => text === 'none' || /^[1-9]\d{0,8}$/.test(text),
      'is neither a number of customers nor none',
    )
    .transform((text) => (text === 'none' ? 0 : Number(text)))
    .default(60_000),
  TUTTI_LOG: z.enum(logLevels, `is none of ${logLevels.join(', ')}`).default('info'),
})

/** Where everything of an installation is, and how it is reached. */
export interface Configuration {
  readonly dataDirectory: string
  readonly port: number
  readonly host: string
  /** Folder whose folders are imported from on schedule. */
  readonly inbox?: string
  /** Events that may be acknowledged when they are written down and not in the warehouse yet. */
  readonly eventsAhead: number
  readonly ledgerUrl?: string
  readonly warehouseUrl?: string
  /** Cluster over which the facts are replicated and sharded, as the ClickHouse servers name it. */
  readonly warehouseCluster?: string
  /** Address at which people reach the server, when it is not the one it listens at. */
  readonly publicUrl?: string
  readonly trustedProxies: readonly string[]
  readonly metricsToken?: string
  /** Customers of the sample organisation that an empty store begins with; 0 for none. */
  readonly samplePeople: number
  readonly logLevel: (typeof logLevels)[number]
}

/** Reads the configuration from environment variables; what is empty counts as absent. */
export function readConfiguration(variables: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) throw new Error(sentence(read.error, given))
  const { data } = read
  return {
    dataDirectory: data.TUTTI_DATA,
    port: data.TUTTI_PORT,
    host: data.TUTTI_HOST,
    inbox: data.TUTTI_INBOX,
    eventsAhead: data.TUTTI_EVENTS_AHEAD,
    ledgerUrl: data.TUTTI_LEDGER_URL,
    warehouseUrl: data.TUTTI_WAREHOUSE_URL,
    warehouseCluster: data.TUTTI_WAREHOUSE_CLUSTER,
    publicUrl: data.TUTTI_PUBLIC_URL,
    trustedProxies: data.TUTTI_TRUSTED_PROXIES.split(',')
      .map((text) => text.trim())
      .filter(Boolean),
    metricsToken: data.TUTTI_METRICS_TOKEN,
    samplePeople: data.TUTTI_SAMPLE,
    logLevel: data.TUTTI_LOG,
  }
}

const secret = /URL|TOKEN/

function sentence(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): string {
  const sentences = error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return secret.test(name) ? `${name} ${message}.` : `${name}=${given[name]} ${message}.`
  })
  return `The configuration does not fit: ${sentences.join(' ')}`
}
