// Runs on any Node: it says in one sentence what is wrong where the pinned one could not be installed.
import { readFileSync } from 'node:fs'

const { devDependencies, dependencies } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)
const pinned = dependencies.node ?? devDependencies.node
const [found] = process.versions.node.split('.').map(Number)
const [needed] = pinned.split('.').map(Number)

if (found < needed) {
  console.error(
    `Tutti runs on Node ${pinned}, which "npm ci" installs beside it, but Node ${process.versions.node} was found: ` +
      'install scripts were skipped. Run "npm ci --ignore-scripts=false", or install Node ' +
      `${needed} and try again.`,
  )
  process.exit(1)
}
