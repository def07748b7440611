import type { CommanderError } from 'commander'
import type { Locale } from '../../foundations/http/locale.contract.ts'

const sentences: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'commander.unknownOption': { en: 'There is no option "{name}".', fr: 'Il n’y a pas d’option « {name} ».' },
  'commander.unknownCommand': {
    en: 'There is no command "{name}".',
    fr: 'Il n’y a pas de commande « {name} ».',
  },
  'commander.missingArgument': {
    en: 'The argument "{name}" is missing.',
    fr: 'L’argument « {name} » manque.',
  },
  'commander.optionMissingArgument': {
    en: 'The option "{name}" needs a value.',
    fr: 'L’option « {name} » demande une valeur.',
  },
  'commander.missingMandatoryOptionValue': {
    en: 'The option "{name}" is needed.',
    fr: 'L’option « {name} » est nécessaire.',
  },
  'commander.invalidArgument': {
    en: 'A value does not fit: {name}.',
    fr: 'Une valeur ne convient pas : {name}.',
  },
  'commander.excessArguments': { en: 'There are too many arguments.', fr: 'Il y a trop d’arguments.' },
}

const help = { en: '`tutti --help` lists what there is.', fr: '`tutti --help` liste ce qu’il y a.' }

/** What was typed wrong, as a sentence. */
export function usageSentence({ code, message }: CommanderError, locale: Locale): string {
  const name = /'([^']*)'/.exec(message)?.[1] ?? ''
  const sentence = sentences[code]?.[locale].replace('{name}', name) ?? message.replace(/^error: /, '')
  return `${sentence}\n${help[locale]}`
}
