import { readFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { type Locale, locales } from '../../foundations/http/locale.contract.ts'
import { reportCommand } from '../../rooms/governance/report/report.command.ts'
import { acquisitionCommand } from '../../rooms/measurement/acquisition/acquisition.command.ts'
import { capitalCommand } from '../../rooms/measurement/capital/capital.command.ts'
import { carryOverCommand } from '../../rooms/measurement/carry-over/carry-over.command.ts'
import { alertsCommand } from '../../rooms/measurement/change/alerts.command.ts'
import { changesCommand } from '../../rooms/measurement/change/changes.command.ts'
import { compositionCommand } from '../../rooms/measurement/composition/composition.command.ts'
import { driversCommand } from '../../rooms/measurement/drivers/drivers.command.ts'
import { ensembleCommand } from '../../rooms/measurement/ensemble/ensemble.command.ts'
import { figuresCommand } from '../../rooms/measurement/figures/figures.command.ts'
import { fragilityCommand } from '../../rooms/measurement/fragility/fragility.command.ts'
import { intentionsCommand } from '../../rooms/measurement/intentions/intentions.command.ts'
import { linkageCommand } from '../../rooms/measurement/linkage/linkage.command.ts'
import { momentsCommand } from '../../rooms/measurement/moments/moments.command.ts'
import { pricingCommand } from '../../rooms/measurement/pricing/pricing.command.ts'
import { scaleQualityCommand } from '../../rooms/measurement/scale-quality/scale-quality.command.ts'
import { scorecardCommand } from '../../rooms/measurement/scorecard/scorecard.command.ts'
import { winBackCommand } from '../../rooms/measurement/win-back/win-back.command.ts'
import { experienceFileCommands } from '../../rooms/strategy/experience-file/experience-file.command.ts'
import { eventCommand } from '../../rooms/understanding/events/event.command.ts'
import { importCommand } from '../../rooms/understanding/import/import.command.ts'
import { sourcesCommand } from '../../rooms/understanding/sources/source.command.ts'
import { webhooksCommand } from '../../rooms/understanding/webhooks/webhook.command.ts'
import { commandSession } from './command-session.ts'
import { doctorCommand } from './doctor/doctor-command.ts'
import { allExperienceOutlines } from './experience-outlines.ts'
import { sampleCommand } from './sample-command.ts'
import type { GlobalOptions } from './server-place.ts'
import { startCommand } from './start-command.ts'
import type { Terminal } from './terminal.ts'

export interface ProgramNeeds {
  readonly terminal: Terminal
  readonly locale: Locale
  /** Told when a command refused or found something. */
  readonly onFailure: () => void
}

/** Every command of `tutti`: those of the rooms, and those of the machine. */
export function commandProgram({ terminal, locale, onFailure }: ProgramNeeds): Command {
  const program = emptyProgram(terminal, locale)
  const options = () => program.opts<GlobalOptions>()
  const session = commandSession({ terminal, locale, options, onFailure })
  const commands = [
    startCommand({ terminal, locale, options }),
    importCommand(session),
    eventCommand(session),
    sourcesCommand(session),
    webhooksCommand(session),
    ...experienceFileCommands({ session, outlines: allExperienceOutlines }),
    figuresCommand(session),
    changesCommand(session),
    linkageCommand(session),
    driversCommand(session),
    fragilityCommand(session),
    winBackCommand(session),
    pricingCommand(session),
    capitalCommand(session),
    scorecardCommand(session),
    compositionCommand(session),
    scaleQualityCommand(session),
    acquisitionCommand(session),
    alertsCommand(session),
    intentionsCommand(session),
    ensembleCommand(session),
    carryOverCommand(session),
    momentsCommand(session),
    reportCommand(session),
    sampleCommand({ session, clock: () => new Date() }),
    doctorCommand({ session, options, variables: terminal.variables }),
  ]
  for (const command of commands) program.addCommand(ready(command, program, locale))
  return program
}

function emptyProgram(terminal: Terminal, locale: Locale): Command {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const program = new Command('tutti')
    .description(words.tutti[locale])
    .version(version, '-V, --version', words.version[locale])
    .option('--url <address>', words.url[locale])
    .option('--key <secret>', words.key[locale])
    .option('--workspace <key>', words.workspace[locale])
    .option('--data <directory>', words.data[locale])
    .option('--json', words.json[locale])
    .option('--lang <language>', words.lang[locale], knownLocale)
    .helpCommand(false)
    .showHelpAfterError(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles[title]?.[locale] ?? title })
    .configureOutput({ writeOut: terminal.write, writeErr: terminal.writeError, outputError: () => {} })
  return program.helpOption('-h, --help', words.help[locale])
}

function knownLocale(language: string): Locale {
  const known = locales.find((locale) => locale === language)
  if (!known) throw new InvalidArgumentError(language)
  return known
}

function ready(command: Command, program: Command, locale: Locale): Command {
  for (const inner of command.commands) ready(inner, program, locale)
  return command.copyInheritedSettings(program).helpOption('-h, --help', words.help[locale])
}

const titles: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'Usage:': { en: 'Usage:', fr: 'Usage :' },
  'Arguments:': { en: 'Arguments:', fr: 'Arguments :' },
  'Options:': { en: 'Options:', fr: 'Options :' },
  'Global Options:': { en: 'Everywhere:', fr: 'Partout :' },
  'Commands:': { en: 'Commands:', fr: 'Commandes :' },
}

const words = {
  tutti: {
    en: 'The open experience platform: say what you promise, hear what people live, see the gap, improve, prove it.',
    fr: 'La plateforme ouverte d’expérience : dire ce qu’on promet, entendre ce qui est vécu, voir l’écart, améliorer, le prouver.',
  },
  version: { en: 'tell the version', fr: 'dire la version' },
  help: { en: 'tell how this is used', fr: 'dire comment s’en servir' },
  url: {
    en: 'address of the server (TUTTI_URL; default: the one that runs here)',
    fr: 'adresse du serveur (TUTTI_URL ; par défaut, celui qui tourne ici)',
  },
  key: { en: 'API key (TUTTI_API_KEY)', fr: 'clé d’API (TUTTI_API_KEY)' },
  workspace: {
    en: 'workspace (TUTTI_WORKSPACE; default: the only one)',
    fr: 'espace (TUTTI_WORKSPACE ; par défaut, le seul)',
  },
  data: {
    en: 'data directory (TUTTI_DATA; default: data)',
    fr: 'répertoire des données (TUTTI_DATA ; par défaut, data)',
  },
  json: { en: 'print JSON', fr: 'écrire du JSON' },
  lang: {
    en: 'language: en or fr (default: that of LANG)',
    fr: 'langue : en ou fr (par défaut, celle de LANG)',
  },
}
