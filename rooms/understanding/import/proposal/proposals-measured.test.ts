import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { proposeColumns } from './propose-columns.ts'
import { sampleFile } from './sample-file.job.ts'
import { sampledColumns } from './sampled-columns.ts'

const data = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** For each table its columns, and for each of these the roles that are right. */
const witness: Record<string, Record<string, string | string[]>> = JSON.parse(read('../witness/roles.json'))

async function rightIn(table: string, roles: Record<string, string | string[]>): Promise<number> {
  const { columns, file } = sampledColumns(await sampleFile(join(data, table)))
  const proposed = new Map(proposeColumns(columns, file.decimal).map(({ column, role }) => [column, role]))
  return Object.entries(roles).filter(([column, right]) =>
    [right].flat().includes(proposed.get(column) ?? ''),
  ).length
}

it.skipIf(!existsSync(data))(
  '[UND-34] the shares of columns proposed rightly are those that the README states (skipped without the data)',
  { timeout: 120_000 },
  async () => {
    const shares: number[] = []
    let [right, all] = [0, 0]
    for (const [table, roles] of Object.entries(witness)) {
      const count = Object.keys(roles).length
      const found = await rightIn(table, roles)
      console.info(
        `${String(Math.round((100 * found) / count)).padStart(3)} %  ${found} of ${count}  ${table}`,
      )
      shares.push(found / count)
      right += found
      all += count
    }
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    const percent = (share: number) => (100 * share).toFixed(1)
    const measured = `${shares.length} tables, ${right} of ${all} columns (${percent(right / all)} %); ${percent(mean)} % of a table on average`
    console.info(measured)
    expect(read('../../README.md').replace(/\s+/g, ' ')).toContain(measured)
  },
)
