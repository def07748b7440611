import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisOptions, analysisOptions, questionOf } from '../analyses/analysis-options.command.ts'
import { tellAnalysis } from '../analyses/tell-analysis.command.ts'
import type { WinBack } from './win-back.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof analysisContract> }>

const numbers = [
  'silent',
  'months',
  'contactCost',
  'offer',
  'winBackRate',
  'secondValue',
  'acquisitionCost',
] as const
type NumberOption = (typeof numbers)[number]

interface WinBackOptions extends AnalysisOptions, Partial<Record<NumberOption, string>> {
  readonly value?: string
  readonly leaving?: string
  readonly contact?: string
}

/** `tutti win-back`: who comes back alone, who has to be won back, and what it takes. */
export function winBackCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('win-back')
    .description(words.winBack[locale])
    .option('--value <kind>', words.value[locale])
    .option('--silent <months>', words.silent[locale])
    .option('--months <months>', words.months[locale])
    .option('--leaving <name>', words.leaving[locale])
    .option('--contact <name>', words.contact[locale])
    .option('--contact-cost <amount>', words.contactCost[locale])
    .option('--offer <amount>', words.offer[locale])
    .option('--win-back-rate <share>', words.winBackRate[locale])
    .option('--second-value <amount>', words.secondValue[locale])
    .option('--acquisition-cost <amount>', words.acquisitionCost[locale])
  return analysisOptions(command, locale).action((options: WinBackOptions) => tell(session, options))
}

async function tell(session: Session, options: WinBackOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { value, leaving, contact, export: form } = options
  const { period: _, ...filter } = questionOf(options)
  const given = Object.fromEntries(
    numbers.flatMap((name) => (options[name] === undefined ? [] : [[name, Number(options[name])]])),
  ) as Partial<Record<NumberOption, number>>
  const input = { workspace, ...filter, value, leaving, contact, ...given }
  const { winBack } = client.measurement
  await tellAnalysis(session, {
    form,
    carry: (wanted) => winBack.export({ ...input, form: wanted }),
    read: () => winBack.read(input),
    lines: linesOf,
  })
}

function linesOf({ split, told, silent }: WinBack): string[] {
  const share = (value: number | null | undefined) =>
    (value == null ? '⋯' : `${(value * 100).toFixed(1)}%`).padStart(8)
  const parts = ['alone', 'won', 'gone'] as const
  const line = (name: string, n: number, of: (part: (typeof parts)[number]) => number | null | undefined) =>
    `${name.padEnd(24)}${String(n).padStart(8)}${parts.map((part) => share(of(part))).join('')}`
  const silentLine = split
    ? [line('silent', silent, (part) => (split[part]?.value ?? Number.NaN) / silent)]
    : []
  const lines = (told?.groups ?? []).map(({ reason, leavers, ...shares }) =>
    line(`left: ${reason || '*'}`, leavers, (part) => shares[part]?.value),
  )
  const head = `${''.padEnd(24)}${'n'.padStart(8)}${parts.map((part) => part.padStart(8)).join('')}`
  return [head, ...silentLine, ...lines]
}

const words = {
  winBack: {
    en: 'Tell which lapsed customers come back alone, which must be won back, which are gone, and what it takes.',
    fr: 'Dire quels clients perdus de vue reviennent seuls, lesquels sont à reconquérir, lesquels sont perdus, et à quel prix.',
  },
  value: {
    en: 'kind of outcomes that tells what a purchase brings (default: margin)',
    fr: 'type de résultats qui dit ce que rapporte un achat (par défaut : margin)',
  },
  silent: {
    en: 'months of silence after which a customer counts as lapsed (default: 12)',
    fr: 'mois de silence au bout desquels un client est perdu de vue (par défaut : 12)',
  },
  months: {
    en: 'months in which a return is looked for (default: 12)',
    fr: 'mois dans lesquels un retour est attendu (par défaut : 12)',
  },
  leaving: {
    en: 'name of the interactions that tell that people left (default: one ending in -ended, -cancelled)',
    fr: 'nom des interactions qui disent que l’on part (par défaut : l’une qui finit par -ended, -cancelled)',
  },
  contact: {
    en: 'name of the interactions that ask people back (default: one with win-back in its name)',
    fr: 'nom des interactions qui demandent de revenir (par défaut : l’une dont le nom contient win-back)',
  },
  contactCost: { en: 'what a contact costs', fr: 'ce que coûte un contact' },
  offer: { en: 'what whoever comes back gets', fr: 'ce que reçoit qui revient' },
  winBackRate: {
    en: 'share that a contact wins among those not back alone, 0 to 1',
    fr: 'part qu’un contact gagne parmi ceux qui ne reviennent pas seuls, de 0 à 1',
  },
  secondValue: { en: 'what somebody won back brings', fr: 'ce qu’apporte un client reconquis' },
  acquisitionCost: { en: 'what a new customer costs', fr: 'ce que coûte un nouveau client' },
}
