import type { Command } from 'commander'
import type { FigureFilter } from '../contract.ts'
import type { ExportForm } from './analysis.contract.ts'

/** Options that every analysis takes. */
export interface AnalysisOptions {
  readonly period?: string
  readonly population?: string
  readonly segment?: string
  readonly unit?: string
  readonly export?: ExportForm
}

/** Adds the options that every analysis takes. */
export function analysisOptions(command: Command, locale: 'en' | 'fr'): Command {
  return command
    .option('--period <period>', words.period[locale])
    .option('--population <population>', words.population[locale])
    .option('--segment <name:value>', words.segment[locale])
    .option('--unit <key>', words.unit[locale])
    .option('--export <form>', words.export[locale])
}

/** The filters among the options. */
export function questionOf({ export: _form, population, period, segment, unit }: AnalysisOptions) {
  return { period, segment, unit, population: population as FigureFilter['population'] }
}

const words = {
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
    en: 'a table (csv; parquet, written to a file), or code that works it out again (r, python)',
    fr: 'une table (csv ; parquet, écrite dans un fichier), ou du code qui le recalcule (r, python)',
  },
}
