import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{foundations,rooms,doors,sample,examples,bench,checks}/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 3,
    /** Servers of tests begin empty. */
    env: { TUTTI_SAMPLE: 'none' },
    setupFiles: ['checks/repeatable-draws.ts'],
  },
})
