import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { closeServers, serverWith } from './test-server.ts'

afterEach(closeServers)

it('[HTT-30] [HTT-32] a streamed file is read as it arrives, up to its limit, after admission', async () => {
  const received: string[] = []
  const app = await serverWith({
    streams: [
      {
        method: 'PUT',
        path: '/workspaces/{workspace}/uploads/{fileName}',
        admits: 'facts:write',
        tag: 'Files',
        summary: 'Upload a file',
        bytesMax: 20,
        output: z.object({ kept: z.boolean() }),
        receive: async ({ workspace, params, body, contentType }) => {
          received.push(`${workspace} ${params.fileName} ${contentType} ${await text(body)}`)
          return { kept: true }
        },
      },
    ],
  })
  const put = (workspace: string, payload: string | Readable, type = 'text/csv') =>
    app.inject({
      method: 'PUT',
      url: `/api/v1/workspaces/${workspace}/uploads/a%20b.csv`,
      payload,
      headers: { 'content-type': type },
    })
  expect((await put('acme', 'a,b\n1,2\n')).json()).toEqual({ kept: true })
  expect((await put('acme', '{"a":1}', 'application/json')).statusCode).toBe(200)
  expect((await put('globex', 'a,b\n')).statusCode).toBe(404)
  expect((await put('acme', 'x'.repeat(21))).json()).toMatchObject({ status: 413 })
  expect((await put('acme', Readable.from(['x'.repeat(15), 'y'.repeat(15)]))).statusCode).toBe(413)
  const { paths } = (await app.inject('/api/openapi.json')).json()
  expect(paths['/workspaces/{workspace}/uploads/{fileName}'].put).toMatchObject({
    summary: 'Upload a file',
    requestBody: { required: true },
    responses: { 200: { content: { 'application/json': { schema: { required: ['kept'] } } } } },
  })
  expect(received).toEqual(['acme a b.csv text/csv a,b\n1,2\n', 'acme a b.csv application/json {"a":1}'])
})
