import type { JobKind } from '../../foundations/jobs/job.ts'
import type { Jobs } from '../../foundations/jobs/jobs.ts'
import type { Warehouse } from '../../foundations/warehouse/warehouse.ts'
import type { loadSample, SampleProgress } from '../../sample/load-sample.ts'
import type { SampleSize } from '../../sample/sample-world.ts'
import { sampleWorkspace } from './sample-workspace.ts'
import type { Rooms } from './wiring.ts'

const kind = 'sample.load'

export interface SampleLoadingNeeds {
  readonly warehouse: Warehouse
  readonly jobs: Jobs
  readonly applyExperience: Rooms['applyExperience']
}

export interface SampleLoading {
  readonly job: JobKind<SampleSize>
  readonly begin: (size: SampleSize) => Promise<void>
  /** Leaves the loading of a workspace that is about to be removed. */
  readonly stop: (workspace: string) => Promise<void>
  readonly onProgress: (listener: (progress: SampleProgress) => void) => void
}

/** Loads the sample in a job, so that a server that stops meanwhile goes on with it after the next start. */
export function sampleLoading({ warehouse, jobs, applyExperience }: SampleLoadingNeeds): SampleLoading {
  const listeners: ((progress: SampleProgress) => void)[] = []
  const binding = { workspace: sampleWorkspace.key, actor: 'system' }
  const within = {
    applyExperience: (yaml: string) => applyExperience(binding, yaml),
    keepEncoded: (...[encoded, options]: Parameters<Parameters<typeof loadSample>[0]['keepEncoded']>) =>
      warehouse.keepEncoded(binding.workspace, encoded, options),
    takeOut: (origin: string) => warehouse.takeOut(binding.workspace, origin),
  }
  return {
    job: {
      kind,
      // Only a store that begins with the sample needs what makes it.
      run: async ({ input, signal, report }) => {
        const { loadSample } = await import('../../sample/load-sample.ts')
        return loadSample(within, input, {
          signal,
          onProgress: (progress) => {
            report({ done: Math.round(progress.shareDone * 100), total: 100 })
            for (const listener of listeners) listener(progress)
          },
        })
      },
    },
    begin: async (size) => {
      await jobs.start({ ...binding, kind, input: size })
    },
    stop: async (workspace) => {
      if (workspace !== binding.workspace) return
      for (const { id, state } of await jobs.list(binding, kind, 5))
        if (state === 'waiting' || state === 'running') await jobs.cancel(binding, id)
    },
    onProgress: (listener) => {
      listeners.push(listener)
    },
  }
}
