import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import { untilDone } from '../analyses/until-done.command.ts'
import type { FigureFilter, measurementContract } from '../contract.ts'
import type { Drivers } from './drivers.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof measurementContract> }>

interface DriverOptions extends Omit<Partial<FigureFilter>, 'population'> {
  readonly measure?: string
  readonly by?: string
  readonly population?: string
  readonly export?: string
}

/** `tutti drivers`: what weighs on a score, as text or as JSON. */
export function driversCommand(session: Session): Command {
  const { locale } = session
  return new Command('drivers')
    .description(words.drivers[locale])
    .option('--measure <key>', words.measure[locale])
    .option('--by <grouping>', words.by[locale])
    .option('--period <period>', words.period[locale])
    .option('--population <population>', words.population[locale])
    .option('--segment <name:value>', words.segment[locale])
    .option('--unit <key>', words.unit[locale])
    .option('--export <form>', words.export[locale])
    .action((options: DriverOptions) => tellDrivers(session, options))
}

async function tellDrivers(session: Session, options: DriverOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { export: form, population, ...asked } = options
  const input = { workspace, ...asked, population: population as FigureFilter['population'] }
  if (form) {
    const exported = await client.measurement.drivers.export({ ...input, form: form as 'csv' })
    session.tell({ json: exported, text: exported.text.trimEnd().split('\n') })
    return
  }
  const result = await untilDone(() => client.measurement.drivers.read(input))
  session.tell({ json: result, text: textOf(result, session.locale) })
}

function textOf({ finding, drivers }: Drivers, locale: Session['locale']): string[] {
  const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)
  const lines = drivers.map(({ touchpoint, kind, share, effect, p }) => {
    const interval = `[${percent(share.low)}, ${percent(share.high)}]`
    const each = `${effect.value?.toFixed(2)} [${effect.low?.toFixed(2)}, ${effect.high?.toFixed(2)}]`
    return `${`${touchpoint} (${kind})`.padEnd(34)}${percent(share.value).padStart(8)}  ${interval.padEnd(20)}  +1: ${each}${p >= 0.05 ? '  ≈' : ''}`
  })
  const said = [...finding.points, ...finding.assumptions].map((one) => `- ${one[locale]}`)
  return [finding.headline[locale], '', ...lines, ...(lines.length > 0 ? [''] : []), ...said]
}

const words = {
  drivers: {
    en: 'Tell what weighs on a score, with intervals; the same as the screen and the API.',
    fr: 'Dire ce qui pèse sur une note, avec intervalles ; le même que l’écran et l’API.',
  },
  measure: {
    en: 'the measure they weigh on (default: recommendation)',
    fr: 'la mesure sur laquelle ils pèsent (par défaut : la recommandation)',
  },
  by: {
    en: 'told apart by unit, channel, language or segment:NAME',
    fr: 'distingués par unit, channel, language ou segment:NOM',
  },
  period: {
    en: '2017, 2017-q2, 2017-05, 2017-01..2017-06, all or latest (default)',
    fr: '2017, 2017-q2, 2017-05, 2017-01..2017-06, all ou latest (par défaut)',
  },
  population: {
    en: 'customers (default), prospects or employees',
    fr: 'customers (par défaut), prospects ou employees',
  },
  segment: {
    en: 'only this segment, e.g. trip:business',
    fr: 'ce segment seulement, par exemple trip:business',
  },
  unit: { en: 'only this unit and those below it', fr: 'cette unité seulement, et celles qui en dépendent' },
  export: {
    en: 'a table (csv), or code that works it out again (r, python)',
    fr: 'une table (csv), ou du code qui le recalcule (r, python)',
  },
}
