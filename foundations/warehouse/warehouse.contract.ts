import type { ProblemTable } from '../http/problem.contract.ts'

/** Refusals that any question to the facts may get. */
export const warehouseProblems = {
  WAREHOUSE_BUSY: {
    status: 503,
    sentence: {
      en: 'Too many questions wait for the facts just now.',
      fr: 'Trop de questions attendent les faits en ce moment.',
    },
    hint: { en: 'Ask again in {seconds} s.', fr: 'Reposez-la dans {seconds} s.' },
  },
} as const satisfies ProblemTable
