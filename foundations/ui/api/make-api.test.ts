import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { oc } from '@orpc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApi } from './make-api.ts'
import { problemOf } from './problem.ts'

const contract = { things: oc.route({ method: 'GET', path: '/things' }) }
const problem = {
  code: 'THINGS_HIDDEN',
  title: 'The things are hidden.',
  status: 403,
  hint: 'Ask for them.',
  requestId: 'r-7',
}

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(403, { 'content-type': 'application/problem+json; charset=utf-8' })
    response.end(JSON.stringify(problem))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
})
afterAll(() => server.close())

it('[UI-81] a refusal in application/problem+json arrives whole', async () => {
  const error = await makeApi(contract, { url })
    .call.things({})
    .catch((refusal: unknown) => refusal)
  expect(problemOf(error)).toEqual({
    code: 'THINGS_HIDDEN',
    status: 403,
    sentence: 'The things are hidden.',
    hint: 'Ask for them.',
    requestId: 'r-7',
  })
})

it('[UI-81] a server that is not there is said to be unreached', async () => {
  const nowhere = makeApi(contract, { url: 'http://127.0.0.1:1/api/v1' })
  const error = await nowhere.call.things({}).catch((refusal: unknown) => refusal)
  expect(problemOf(error)).toMatchObject({ code: 'HTTP_UNREACHED', status: 0 })
})
