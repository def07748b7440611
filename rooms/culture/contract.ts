import type { ProblemTable } from '../../foundations/http/problem.contract.ts'

/** Procedures of the room: none yet. */
export const cultureContract = {}

/** Refusals of the room: none yet. */
export const cultureProblems = {} as const satisfies ProblemTable
