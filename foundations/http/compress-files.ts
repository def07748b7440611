import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const packers = {
  gz: promisify(gzip),
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
}
const worthBytes = 1_000
const packable = /\.(js|css|svg|json|html|txt|map)$/

/** Puts compressed copies beside files that never change; where the directory is read-only, they go uncompressed. */
export async function compressFiles(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => [])
  const present = new Set(names)
  for (const name of names.filter((candidate) => packable.test(candidate)))
    for (const [ending, pack] of Object.entries(packers))
      if (!present.has(`${name}.${ending}`)) await compressFile(join(directory, name), ending, pack)
}

async function compressFile(
  file: string,
  ending: string,
  pack: (content: Buffer) => Promise<Buffer>,
): Promise<void> {
  if ((await stat(file)).size < worthBytes) return
  await writeFile(`${file}.${ending}`, await pack(await readFile(file))).catch(() => {})
}
