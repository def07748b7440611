import { execFile, spawn } from 'node:child_process'
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownDirectory } from './test-command-line.ts'

const run = promisify(execFile)
const tutti = fileURLToPath(new URL('./tutti.mjs', import.meta.url))

let directory: Awaited<ReturnType<typeof ownDirectory>>
beforeAll(async () => {
  directory = await ownDirectory()
})
afterAll(() => directory.remove())

/** The same program in a project that needs a Node nobody has yet. */
async function newerProject(name: string) {
  const root = join(directory.path, name)
  await mkdir(join(root, 'doors', 'cli'), { recursive: true })
  await writeFile(join(root, 'package.json'), JSON.stringify({ dependencies: { node: '999.1.0' } }))
  await cp(tutti, join(root, 'doors', 'cli', 'tutti.mjs'))
  return { root, program: join(root, 'doors', 'cli', 'tutti.mjs') }
}

const failing = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => error,
  )

it('[CLI-50] on a Node too old, one sentence names the one found, the one needed and the remedy', async () => {
  const { program } = await newerProject('bare')
  const error = await failing(run(process.execPath, [program, 'doctor'], { env: { LANG: 'C' } }))
  expect([error.code, error.stdout, error.stderr]).toEqual([
    1,
    '',
    `Tutti needs Node 999.1.0 and this is Node ${process.versions.node}: run "npm ci" without --ignore-scripts, ` +
      'because the project brings its own Node (the package "node").\n',
  ])
  const french = await failing(run(process.execPath, [program], { env: { LANG: 'fr_FR.UTF-8' } }))
  expect(french.stderr).toContain('Tutti demande Node 999.1.0')
})

it('[CLI-51] on a Node too old, the one that the project brings runs instead, with its exit code', async () => {
  const { root, program } = await newerProject('brought')
  const brought = join(root, 'node_modules', 'node', 'bin', 'node')
  await mkdir(join(root, 'node_modules', 'node', 'bin'), { recursive: true })
  await writeFile(brought, '#!/bin/sh\nshift 3\necho "brought: $*"\nexit 7\n')
  await chmod(brought, 0o755)
  const error = await failing(run(process.execPath, [program, 'check', 'a.yaml']))
  expect([error.code, error.stdout]).toEqual([7, 'brought: check a.yaml\n'])
})

interface Started {
  readonly address: string
  readonly welcomeLink: string | null
}

function startedServer(data: string) {
  const child = spawn(process.execPath, [tutti, 'start', '--port', '0', '--json', '--data', data], {
    env: { ...process.env, TUTTI_LOG: 'silent' },
  })
  const started = new Promise<Started>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(JSON.parse(String(text))))
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  started.catch(() => {})
  return { child, started, ended }
}

it('[CLI-30] starting prints the address and a one-time link; Ctrl-C lets go of everything', async () => {
  const data = join(directory.path, 'data')
  const first = startedServer(data)
  const { address, welcomeLink } = await first.started
  expect(welcomeLink).toMatch(new RegExp(`^${address}/welcome\\?token=`))
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  const access = JSON.parse(await readFile(join(data, 'access.json'), 'utf8'))
  expect(access.address).toBe(address)
  const doctor = await run(process.execPath, [tutti, 'doctor', '--json', '--data', data])
  const { examinations } = JSON.parse(doctor.stdout)
  expect(examinations.find(({ name }: { name: string }) => name === 'server').state).toBe('well')
  expect(examinations.find(({ name }: { name: string }) => name === 'data').message).toContain('is in use by')
  first.child.kill('SIGINT')
  first.child.kill('SIGINT') // a terminal sends it to the whole group, and the starter passes it on
  expect(await first.ended).toBe(0)
  await expect(readFile(join(data, 'access.json'))).rejects.toThrow()
  const second = startedServer(data)
  await second.started
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

it('[CLI-31] a port that is taken is named', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const line = [tutti, 'start', '--port', String(port), '--data', join(directory.path, 'other')]
  const error = await failing(
    run(process.execPath, line, { env: { ...process.env, TUTTI_LOG: 'silent', LANG: 'C' } }),
  )
  taken.close()
  expect([error.code, error.stderr]).toEqual([1, expect.stringContaining(`The port ${port} is taken.`)])
})

it('[CLI-40] the doctor names both engines with their versions, and ends with 1 where something is in the way', async () => {
  const notThere = join(directory.path, 'new')
  const well = await run(process.execPath, [tutti, 'doctor', '--data', notThere], {
    env: { ...process.env, LANG: 'C', TUTTI_PORT: '0' },
  })
  expect(well.stdout).toMatch(/✓ +ledger +PostgreSQL \d+/)
  expect(well.stdout).toMatch(/✓ +warehouse +ClickHouse \d+/)
  expect(well.stdout).toMatch(/· +server +no server runs here\n +→ Start it with "npm start"\./)
  const env = { ...process.env, LANG: 'fr', TUTTI_PORT: '0', TUTTI_LEDGER_URL: 'postgres://127.0.0.1:9/none' }
  const ill = await failing(run(process.execPath, [tutti, 'doctor', '--data', notThere], { env }))
  expect([ill.code, ill.stdout]).toEqual([1, expect.stringMatching(/✗ +registre/)])
  expect(ill.stdout).toContain('→ Vérifiez TUTTI_LEDGER_URL')
})
