import type { ProblemTable } from '../../foundations/http/problem.contract.ts'

/** Procedures of the room: none yet. */
export const governanceContract = {}

/** Refusals of the room: none yet. */
export const governanceProblems = {} as const satisfies ProblemTable
