#!/usr/bin/env node
// Plain JavaScript for any Node: it finds the Node that the project brings, or says in one sentence what is missing.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const own = new URL('../../', import.meta.url)
const needed = JSON.parse(readFileSync(new URL('package.json', own), 'utf8')).dependencies.node
// Room for new objects, of which more would stay taken once it was needed; and a bound for the old ones, below which they
// are collected before they have grown to four times what is in use.
const flags = ['--max-semi-space-size=8', '--max-old-space-size=1500']
// Blocks from this size on go back to the system once they are free; those that compile the ledger's engine would stay taken.
const env = { MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '65536', ...process.env }
const majorOf = (version) => Number(version.split('.')[0])

if (majorOf(process.versions.node) >= majorOf(needed)) await import('./main.ts')
else runOnBroughtNode()

function runOnBroughtNode() {
  const brought = fileURLToPath(new URL('node_modules/node/bin/node', own))
  if (!existsSync(brought)) return refuse()
  const child = spawn(brought, [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', refuse)
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

function refuse() {
  const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
  console.error(
    french
      ? `Tutti demande Node ${needed} et celui-ci est Node ${process.versions.node}\u202f: lancez «\u202fnpm ci\u202f» sans --ignore-scripts, car le projet apporte son propre Node (le paquet «\u202fnode\u202f»).`
      : `Tutti needs Node ${needed} and this is Node ${process.versions.node}: run "npm ci" without --ignore-scripts, because the project brings its own Node (the package "node").`,
  )
  process.exitCode = 1
}
