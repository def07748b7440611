import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Bench, BenchResult } from './bench-result.ts'

/**
 * `npm run bench` runs every bench; `npm run bench -- figures` those named, `npm run bench -- statistics` also those whose name begins with it.
 * Each replaces its part of RESULTS.md.
 */
const here = new URL('./', import.meta.url)
const results = new URL('RESULTS.md', here)
const names = readdirSync(here)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .sort()

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, trials: { type: 'string', default: '4000' } },
})
const belongs = (name: string) => (wanted: string) => name === wanted || name.startsWith(`${wanted}-`)
const unknown = asked.find((wanted) => !names.some((name) => belongs(name)(wanted)))
if (unknown !== undefined) throw new Error(`There is no bench "${unknown}": ${names.join(', ')}.`)

for (const name of names.filter((one) => asked.length === 0 || asked.some(belongs(one)))) {
  const { bench } = (await import(new URL(`${name}.bench.ts`, here).href)) as { bench: Bench }
  console.log(`${name}: ${bench.question}`)
  const result = await bench.run({ seed: Number(values.seed), trials: Number(values.trials) })
  const text = resultText(name, bench, result)
  console.log(text)
  writeFileSync(results, withPart(readFileSync(results, 'utf8'), name, text))
}

function resultText(
  name: string,
  { question, beside = 'engine by hand' }: Bench,
  { rows, table, notes }: BenchResult,
): string {
  const line = ({ what, ours, byHand, bar, kept }: BenchResult['rows'][number]) =>
    `| ${[what, `${ms(ours.p50Ms)} / ${ms(ours.p95Ms)}`, byHand ? `${ms(byHand.p50Ms)} / ${ms(byHand.p95Ms)}` : '–', byHand ? (ours.p50Ms / byHand.p50Ms).toFixed(2) : '–', bar ? `${bar}: ${kept ? 'kept' : 'missed'}` : '–'].join(' | ')} |`
  return [
    `## ${name}`,
    '',
    question,
    '',
    ...(table === undefined
      ? [
          `| what | ours p50 / p95 | ${beside} p50 / p95 | ratio | bar |`,
          '| --- | --: | --: | --: | --- |',
          ...rows.map(line),
        ]
      : [table]),
    '',
    ...notes.map((note) => `- ${note}`),
    `- ${machine()}, ${new Date().toISOString().slice(0, 10)}. Again: \`npm run bench -- ${name}\`.`,
    '',
  ].join('\n')
}

function ms(durationMs: number): string {
  return `${durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms`
}

function machine(): string {
  const memoryGb = Math.round(totalmem() / 1024 ** 3)
  const busy = loadavg()[1]!.toFixed(1)
  return `${cpus().length} cores with ${busy} processes wanting them, ${memoryGb} GB, ${process.platform}, Node ${process.versions.node}`
}

/** The text with the part of one bench replaced, or added in the order of the names. */
function withPart(text: string, name: string, part: string): string {
  const [introduction, ...parts] = text.split(/^(?=## )/m)
  const others = parts.filter((other) => !other.startsWith(`## ${name}\n`))
  const all = [...others.map((other) => `${other.trimEnd()}\n`), part].sort()
  return [`${introduction!.trimEnd()}\n`, ...all].join('\n')
}
