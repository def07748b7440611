import type { EncodedMessages } from '../foundations/warehouse/encode-messages.ts'
import { readSampleExperience } from './sample-experience.ts'
import type { SampleSize } from './sample-world.ts'
import { simulateInThread } from './simulate-in-thread.ts'

/** What the facts of the sample are kept by, and within which ids of its messages are told apart. */
export const sampleOrigin = 'sample'

/** What loading and removing need of the workspace they work in. */
export interface SampleWorkspace {
  /** Makes the workspace hold what an `experience.yaml` states. */
  readonly applyExperience: (yaml: string) => Promise<unknown>
  /** Keeps messages of the sample, once and for all. */
  readonly keepEncoded: (
    encoded: EncodedMessages,
    options: { readonly origin: string },
  ) => Promise<{ readonly kept: Readonly<Record<string, number>> }>
  /** Takes out all facts kept by an origin, and no others. */
  readonly takeOut: (origin: string) => Promise<unknown>
}

export interface SampleProgress {
  /** 0 to 1 */
  readonly shareDone: number
  readonly factsKept: number
}

export interface LoadOptions {
  readonly onProgress?: (progress: SampleProgress) => void
  /** Stops the work; what was kept until then is taken out again. */
  readonly signal?: AbortSignal
}

/**
 * Applies the experience of the sample organisation and keeps its facts. Made in a thread, so that whoever calls goes on
 * serving. Loading again what is there already adds nothing. Where it fails or is stopped, nothing of its facts stays.
 */
export async function loadSample(
  workspace: SampleWorkspace,
  size: SampleSize,
  { onProgress, signal }: LoadOptions = {},
): Promise<SampleProgress> {
  signal?.throwIfAborted()
  await workspace.applyExperience(readSampleExperience())
  let progress: SampleProgress = { shareDone: 0, factsKept: 0 }
  try {
    for await (const { encoded, shareDone } of simulateInThread({ size, scope: sampleOrigin })) {
      signal?.throwIfAborted()
      const { kept } = await workspace.keepEncoded(encoded, { origin: sampleOrigin })
      const facts = Object.values(kept).reduce((sum, count) => sum + count, 0)
      progress = { shareDone, factsKept: progress.factsKept + facts }
      onProgress?.(progress)
    }
    return progress
  } catch (error) {
    await workspace.takeOut(sampleOrigin)
    throw error
  }
}

/** Takes out the facts of the sample. Whatever else the workspace holds stays as it is. */
export async function removeSample({ takeOut }: Pick<SampleWorkspace, 'takeOut'>): Promise<void> {
  await takeOut(sampleOrigin)
}
