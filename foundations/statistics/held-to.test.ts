import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OracleCase } from './witness/oracle-case.ts'

const here = import.meta.dirname
const textOf = (file: string) => readFileSync(join(here, file), 'utf8')
const cases = new Map(
  ['cases.json', 'other-cases.json']
    .flatMap((file) => JSON.parse(textOf(`witness/${file}`)) as OracleCase[])
    .map((oracle) => [oracle.id, oracle]),
)

/** A line of the table: what is called how here, and where each source can be found. */
interface HeldRow {
  readonly functions: readonly string[]
  readonly sources: readonly { readonly source: string; readonly places: readonly string[] }[]
}

/** "R: FDR-1, gap/gap.test.ts; NIST StRD: …" as sources with their places. */
function heldRow(line: string): HeldRow {
  const [, , names = '', held = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
  return {
    functions: [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
    sources: held.split(';').map((part) => {
      const [source = '', places = ''] = part.split(':').map((text) => text.trim())
      return { source, places: places.split(',').map((place) => place.trim()) }
    }),
  }
}

const rows = textOf('README.md')
  .split('## For those who come from R')[1]!
  .split('## Conventions')[0]!
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (R |-)/.test(line))
  .map(heldRow)

/** The family file that a function is exported from. */
const fileOf = new Map(
  [...textOf('statistics.ts').matchAll(/'\.\/([\w/-]+\.ts)'/g)].flatMap(([, file]) =>
    [...textOf(file!).matchAll(/export function (\w+)/g)].map(([, name]) => [name!, file!] as const),
  ),
)

/** File of the adapter of a case: that which the table of adapters gives to the letters of its id. */
function adapterOf(id: string): string {
  const table = textOf('witness/adapters.ts')
  const adapter = new RegExp(`^  ${/^[A-Z]+/.exec(id)![0]}: (\\w+),`, 'm').exec(table)?.[1]
  const file = new RegExp(`import \\{[^}]*\\b${adapter}\\b[^}]*\\} from '\\./([\\w/-]+\\.ts)'`).exec(
    table,
  )?.[1]
  return file ? textOf(`witness/${file}`) : ''
}

const says = (text: string, source: string) =>
  new RegExp(
    source === 'R' ? '\\bR\\b' : source.replaceAll(/[.()]/g, '\\$&'),
    source === 'R' ? '' : 'i',
  ).test(text)

/** What is wrong with a place where a source is said to be found, or null. */
function wrongPlace(place: string, source: string): string | null {
  if (place.endsWith('.test.ts')) {
    if (!existsSync(join(here, place))) return `${place} does not exist`
    const titles = [...textOf(place).matchAll(/['‘“](\[STA-\d+\][^\n]*)/g)].map(([, title]) => title!)
    return titles.some((title) => says(title, source)) ? null : `no test of ${place} names ${source}`
  }
  const found = cases.get(place)
  if (!found) return `there is no case ${place}`
  return says(found.ref ?? '', source) ? null : `${place} rests on “${found.ref}”, not on ${source}`
}

/** Whether a place calls a function, or reads it from its file. */
function calls(place: string, name: string): boolean {
  if (place.endsWith('.test.ts')) return new RegExp(`\\b${name}\\(`).test(textOf(place))
  const adapter = adapterOf(place)
  return new RegExp(`\\b${name}\\b`).test(adapter) || adapter.includes(`'../../${fileOf.get(name)}'`)
}

describe('what the README says methods are held to', () => {
  it('[STA-92] the table has a source and a place for every method', () => {
    expect(rows.length).toBeGreaterThan(20)
    for (const { functions, sources } of rows) {
      expect(functions.length).toBeGreaterThan(0)
      for (const { source, places } of sources) expect(`${source}: ${places[0]}`).toMatch(/.+: .+/)
    }
  })

  it.each(rows.map((row) => [row.functions.join(', '), row] as const))(
    '[STA-92] %s',
    (_, { functions, sources }) => {
      const wrong = sources.flatMap(({ source, places }) => places.map((place) => wrongPlace(place, source)))
      expect(wrong.filter((problem) => problem !== null)).toEqual([])
      const places = sources.flatMap((source) => source.places)
      expect(functions.filter((name) => !places.some((place) => calls(place, name)))).toEqual([])
    },
  )
})
