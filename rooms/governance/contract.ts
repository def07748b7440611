import type { ProblemTable } from '../../foundations/http/problem.contract.ts'
import { reportContract } from './report/report.contract.ts'

export const governanceContract = { ...reportContract }

/** Refusals of the room: none of its own yet. */
export const governanceProblems = {} as const satisfies ProblemTable
