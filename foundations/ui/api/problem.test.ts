import { expect, it } from 'vitest'
import { problemOf, readProblem } from './problem.ts'

const refused = {
  type: 'about:blank',
  code: 'DESIGN_TOUCHPOINT_UNKNOWN',
  title: 'There is no touchpoint "wifi".',
  hint: 'List the touchpoints to see their keys.',
  requestId: 'r-1',
}

it('[UI-80] a refusal keeps its code, sentence, hint and request id', () => {
  expect(readProblem(refused, 404)).toEqual({
    code: 'DESIGN_TOUCHPOINT_UNKNOWN',
    status: 404,
    sentence: 'There is no touchpoint "wifi".',
    hint: 'List the touchpoints to see their keys.',
    requestId: 'r-1',
  })
})

it('[UI-80] an error that carries no refusal is a server that was not reached', () => {
  expect(problemOf(new TypeError('Failed to fetch'))).toMatchObject({ code: 'HTTP_UNREACHED', status: 0 })
})
