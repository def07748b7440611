import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import { Key } from '../../../foundations/http/procedure.contract.ts'

const Name = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,30}$/, 'a name begins with a small letter, then small letters, digits and _')

/** A figure worked out from figures of other measures. */
export const Formula = z.strictObject({
  is: z
    .string()
    .max(300)
    .describe('Names, numbers with a point, + - * / ( ), sqrt, log and exp, e.g. `nps - 100 * late`.'),
  of: z
    .array(z.strictObject({ name: Name, measure: Key }))
    .min(1)
    .max(12)
    .describe('What each name stands for: a measure, told in its own unit; a share is 0–1.'),
})
export type Formula = z.infer<typeof Formula>

/** What can be wrong with a formula. */
export const formulaProblems = {
  MEASUREMENT_FORMULA_UNREADABLE: {
    status: 422,
    sentence: {
      en: 'The formula cannot be read near "{near}".',
      fr: 'La formule ne se lit pas vers « {near} ».',
    },
    hint: {
      en: 'Write one expression of names, numbers with a point, + - * / ( ), sqrt, log and exp.',
      fr: 'Écrivez une seule expression de noms, de nombres avec un point, + - * / ( ), sqrt, log et exp.',
    },
  },
  MEASUREMENT_FORMULA_PART_REFUSED: {
    status: 422,
    sentence: {
      en: '"{part}" has no place in a formula.',
      fr: '« {part} » n’a pas sa place dans une formule.',
    },
    hint: {
      en: 'Write one expression of names, numbers with a point, + - * / ( ), sqrt, log and exp.',
      fr: 'Écrivez une seule expression de noms, de nombres avec un point, + - * / ( ), sqrt, log et exp.',
    },
  },
  MEASUREMENT_FORMULA_NAME_UNKNOWN: {
    status: 422,
    sentence: {
      en: '"{name}" stands for no measure in the formula.',
      fr: '« {name} » ne désigne aucune mesure dans la formule.',
    },
    hint: { en: 'There are: {known}.', fr: 'Il y a : {known}.' },
  },
  MEASUREMENT_FORMULA_NAME_TWICE: {
    status: 422,
    sentence: {
      en: '"{name}" stands for two measures.',
      fr: '« {name} » désigne deux mesures.',
    },
    hint: { en: 'Give each its own name in `of`.', fr: 'Donnez à chacune son nom dans `of`.' },
  },
  MEASUREMENT_FORMULA_NAME_UNUSED: {
    status: 422,
    sentence: {
      en: '"{name}" stands for a measure that the formula does not use.',
      fr: '« {name} » désigne une mesure dont la formule ne se sert pas.',
    },
    hint: { en: 'Use it, or take it out of `of`.', fr: 'Employez-le, ou ôtez-le de `of`.' },
  },
  MEASUREMENT_FORMULA_MISSING: {
    status: 422,
    sentence: {
      en: 'The method "formula" has no formula.',
      fr: 'La méthode « formula » n’a pas de formule.',
    },
    hint: {
      en: 'Write `formula` with `is` and `of`, e.g. `is: a - 100 * b`.',
      fr: 'Écrivez `formula` avec `is` et `of`, par exemple `is: a - 100 * b`.',
    },
  },
  MEASUREMENT_FORMULA_UNASKED: {
    status: 422,
    sentence: {
      en: 'The method "{method}" does not work out a formula.',
      fr: 'La méthode « {method} » ne calcule pas de formule.',
    },
    hint: {
      en: 'Write `method: formula`, or leave `formula` out.',
      fr: 'Écrivez `method: formula`, ou retirez `formula`.',
    },
  },
} as const satisfies ProblemTable
