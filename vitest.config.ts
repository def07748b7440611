import { defineConfig } from 'vitest/config'

const tests = '{foundations,rooms,doors,sample,examples,bench,checks}/**/*.test.{ts,tsx}'
/** Tests that open nothing and change nothing outside themselves share what they import from one file to the next. */
const statistics = 'foundations/statistics/**/*.test.ts'

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 3,
    /** Servers of tests begin empty. */
    env: { TUTTI_SAMPLE: 'none' },
    setupFiles: ['checks/repeatable-draws.ts'],
    projects: [
      { extends: true, test: { name: 'statistics', include: [statistics], isolate: false } },
      { extends: true, test: { name: 'all else', include: [tests], exclude: [statistics] } },
    ],
  },
})
