import { Gauge, type Registry } from 'prom-client'
import type { Jobs } from './jobs.ts'

/** Jobs that wait or run, counted when somebody asks. */
export function measureJobs(registry: Registry, jobs: Pick<Jobs, 'openCounts'>): void {
  const gauge = new Gauge({
    name: 'tutti_jobs_open',
    help: 'Jobs that wait or run, by kind and state.',
    labelNames: ['kind', 'state'],
    registers: [registry],
    collect: async () => {
      gauge.reset()
      for (const { kind, state, jobs: open } of await jobs.openCounts()) gauge.set({ kind, state }, open)
    },
  })
}
