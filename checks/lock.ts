import { readFileSync, writeFileSync } from 'node:fs'
import { withPlatformPackages } from './platform-packages.ts'

/** `npm run lock`: completes the lock file with the packages of other platforms that npm left out. */
const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages = withPlatformPackages(lock.packages)
const added = Object.keys(packages).length - Object.keys(lock.packages).length
if (added > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
console.log(`${added} packages added to package-lock.json`)
