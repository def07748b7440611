import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { reportContract } from './report.contract.ts'

type Session = CommandSession<{ readonly governance: ClientOf<typeof reportContract> }>

interface ReportOptions {
  readonly period?: string
  readonly population?: 'customers' | 'employees'
  readonly segment?: string
  readonly unit?: string
  readonly out?: string
}

/** `tutti report`: the report of a period as one HTML page or as a PDF, by the ending of the file. */
export function reportCommand(session: Session): Command {
  const { locale } = session
  return new Command('report')
    .description(words.report[locale])
    .option('--period <period>', words.period[locale])
    .option('--population <population>', words.population[locale])
    .option('--segment <segment>', words.segment[locale])
    .option('--unit <key>', words.unit[locale])
    .option('-o, --out <file>', words.out[locale])
    .action((options: ReportOptions) => writeReport(session, options))
}

async function writeReport(session: Session, { out, ...filter }: ReportOptions): Promise<void> {
  const { client, workspace } = await session.reach()
  const form = out !== undefined && extname(out).toLowerCase() === '.pdf' ? 'pdf' : 'html'
  const blob = await client.governance.report.read({ workspace, ...filter, form, language: session.locale })
  const file = out ?? (blob instanceof File ? blob.name : 'report.html')
  await writeFile(file, new Uint8Array(await blob.arrayBuffer()))
  session.tell({
    json: { file, bytes: blob.size },
    text: [words.written[session.locale].replace('{file}', file)],
  })
}

const words = {
  report: {
    en: 'Write the report of a period: one HTML page that needs nothing beside it, or a PDF.',
    fr: 'Écrire le rapport d’une période : une page HTML qui se suffit à elle-même, ou un PDF.',
  },
  period: {
    en: '2026, 2026-q3, 2026-05, 2026-01..2026-06, all or latest (default)',
    fr: '2026, 2026-q3, 2026-05, 2026-01..2026-06, all ou latest (par défaut)',
  },
  population: { en: 'customers or employees', fr: 'customers ou employees' },
  segment: { en: 'name:value, e.g. trip:business', fr: 'nom:valeur, par exemple trip:business' },
  unit: { en: 'a unit and all that belong to it', fr: 'une unité et tout ce qui en dépend' },
  out: {
    en: 'file to write; its ending .html or .pdf says the form',
    fr: 'fichier à écrire ; sa terminaison .html ou .pdf dit la forme',
  },
  written: { en: 'Written: {file}', fr: 'Écrit : {file}' },
}
