import { sayer } from '../format/sayer.ts'
import type { ProblemDefinition, ProblemValues } from '../http/problem.contract.ts'

/** A fault that a schema tells itself, in both languages. */
export interface ToldFault {
  readonly en: { readonly message: string; readonly hint: string }
  readonly fr: { readonly message: string; readonly hint: string }
}

/** A problem of a table as the parameters of an issue of a schema, so that a file and the API are told the same. */
export function toldFault({ sentence, hint }: ProblemDefinition, values: ProblemValues): ToldFault {
  const told = (language: 'en' | 'fr') => {
    const say = sayer({ sentence, hint }, language)
    return { message: say('sentence', values), hint: say('hint', values) }
  }
  return { en: told('en'), fr: told('fr') }
}

export const isToldFault = (params: unknown): params is ToldFault =>
  typeof params === 'object' && params !== null && 'en' in params && 'fr' in params
