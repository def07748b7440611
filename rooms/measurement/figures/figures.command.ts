import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { FigureFilter, Figures, measurementContract } from '../contract.ts'
import { libraryCommands } from '../library/library.command.ts'
import type { libraryContract } from '../library/library.contract.ts'
import { figureTable } from './figure-table.ts'

type Session = CommandSession<{
  readonly measurement: ClientOf<typeof measurementContract> & ClientOf<typeof libraryContract>
}>

interface FigureOptions {
  readonly measure?: string
  readonly by?: string
  readonly period?: string
  readonly population?: string
  readonly segment?: string
  readonly unit?: string
  readonly touchpoint?: string
  readonly compare: boolean
  readonly rest?: boolean
}

/** `tutti measures`: the figures of the API, as a table or as JSON. */
export function figuresCommand(session: Session): Command {
  const { locale } = session
  const command = new Command('measures')
    .description(words.measures[locale])
    .option('--measure <keys>', words.measure[locale])
    .option('--by <groupings>', words.by[locale])
    .option('--period <period>', words.period[locale])
    .option('--population <population>', words.population[locale])
    .option('--segment <name:value>', words.segment[locale])
    .option('--unit <key>', words.unit[locale])
    .option('--touchpoint <key>', words.touchpoint[locale])
    .option('--no-compare', words.noCompare[locale])
    .option('--rest', words.rest[locale])
    .action((options: FigureOptions) => tellFigures(session, options))
  for (const one of libraryCommands(session)) command.addCommand(one)
  return command
}

async function tellFigures(session: Session, options: FigureOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const { compare, rest, population, ...asked } = options
  const figures = await client.measurement.figures.read({
    workspace,
    ...asked,
    population: population as FigureFilter['population'],
    compare: rest ? 'rest' : compare ? 'before' : 'none',
  })
  const { measures } = await client.measurement.measures.list({ workspace })
  const units = new Map(measures.map(({ key, unit }) => [key, unit]))
  const table = figureTable({ figures, units, language: session.locale })
  const text =
    figures.figures.length > 0 ? [titleOf(figures, session.locale), '', table] : [words.none[session.locale]]
  session.tell({ json: figures, text })
}

function titleOf({ period, before }: Figures, locale: Session['locale']): string {
  const title = `${period.name}: ${period.from} – ${period.to}`
  return before ? `${title} (${words.against[locale]} ${before.from} – ${before.to})` : title
}

const words = {
  measures: {
    en: 'Read figures, with n, interval and method; the same as the screens and the API.',
    fr: 'Lire les chiffres, avec n, intervalle et méthode ; les mêmes que les écrans et l’API.',
  },
  measure: {
    en: 'keys of measures, separated by commas (default: all)',
    fr: 'clés de mesures, séparées par des virgules (par défaut : toutes)',
  },
  by: {
    en: 'up to two of touchpoint, unit, month, quarter, year, question, channel, segment:NAME',
    fr: 'au plus deux de touchpoint, unit, month, quarter, year, question, channel, segment:NOM',
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
  touchpoint: { en: 'only this touchpoint', fr: 'ce point de contact seulement' },
  rest: {
    en: 'compare each group with all others instead of the period before',
    fr: 'comparer chaque groupe à tous les autres plutôt qu’à la période précédente',
  },
  noCompare: { en: 'do not compare with the period before', fr: 'ne pas comparer à la période précédente' },
  against: { en: 'against', fr: 'comparé à' },
  none: {
    en: 'There are no figures for this question.',
    fr: 'Il n’y a pas de chiffres pour cette question.',
  },
}
