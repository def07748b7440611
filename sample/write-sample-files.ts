import { closeSync, copyFileSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FactKind } from '../foundations/warehouse/message.ts'
import { factLines, sampleFactKinds } from './fact-lines.ts'
import { plantedTruthsFile } from './planted-truths.ts'
import { sampleExperienceFile } from './sample-experience.ts'
import type { SampleSize } from './sample-world.ts'
import { simulateSample } from './simulate-sample.ts'

export interface SampleFiles {
  /** Facts written, by kind. */
  readonly facts: Readonly<Record<string, number>>
}

export interface WriteOptions {
  readonly directory: string
  readonly onProgress?: (shareDone: number) => void
  readonly signal?: AbortSignal
}

/**
 * Writes the sample as files: `answers.jsonl` and the like, one line of JSON a fact, beside `experience.yaml` and
 * `planted-truths.yaml`. Files that stand there are replaced.
 */
export async function writeSampleFiles(
  size: SampleSize,
  { directory, onProgress, signal }: WriteOptions,
): Promise<SampleFiles> {
  mkdirSync(directory, { recursive: true })
  copyFileSync(fileURLToPath(sampleExperienceFile), join(directory, 'experience.yaml'))
  copyFileSync(fileURLToPath(plantedTruthsFile), join(directory, 'planted-truths.yaml'))
  const open = new Map<FactKind, number>(
    sampleFactKinds.map((kind) => [kind, openSync(join(directory, `${kind}.jsonl`), 'w')]),
  )
  const facts: Record<string, number> = {}
  try {
    for (const { messages, shareDone } of simulateSample(size)) {
      await setImmediate()
      signal?.throwIfAborted()
      const texts = new Map<FactKind, string[]>()
      for (const message of messages) {
        const lines = factLines(message)
        for (const kind of sampleFactKinds) addText(texts, kind, lines[kind])
      }
      for (const [kind, lines] of texts) {
        writeSync(open.get(kind)!, lines.join(''))
        facts[kind] = (facts[kind] ?? 0) + lines.reduce((sum, text) => sum + linesIn(text), 0)
      }
      onProgress?.(shareDone)
    }
  } finally {
    for (const file of open.values()) closeSync(file)
  }
  return { facts }
}

function addText(texts: Map<FactKind, string[]>, kind: FactKind, text: string | undefined): void {
  if (text === undefined) return
  const lines = texts.get(kind)
  if (lines) lines.push(text)
  else texts.set(kind, [text])
}

function linesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
