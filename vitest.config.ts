import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// An hour zone with a quarter of an hour in it: code that forgets time zones fails here. Set for the whole process, whose zone
// its threads share.
process.env.TZ = 'Asia/Kathmandu'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const shared = {
  resolve: {
    alias: {
      'server-only': here('./tests/support/empty.ts'),
      'client-only': here('./tests/support/empty.ts'),
      '@/': here('./'),
    },
  },
  oxc: { jsx: { runtime: 'automatic' as const } },
}
const common = {
  env: { TZ: process.env.TZ },
  setupFiles: [here('./tests/support/silence.ts')],
}
/** Vitest leaves one core free, which of two is half of them. */
const onEveryCore = { maxWorkers: Math.max(2, availableParallelism() - 1) }

/** Unit tests that set the environment; tests/architecture looks that there are no others. */
export const WITH_ENVIRONMENT = ['api', 'dispatch-file', 'web', 'webhooks'].map(
  (it) => `tests/unit/${it}/**/*.test.{ts,tsx}`,
)

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        // Pure functions keep nothing between two files: what one read, the next need not read again (half the time).
        test: {
          ...common,
          ...onEveryCore,
          name: 'unit',
          isolate: false,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: WITH_ENVIRONMENT,
        },
      },
      // The environment is read once and kept: each of these has a process to itself.
      { ...shared, test: { ...common, ...onEveryCore, name: 'unit-environment', include: WITH_ENVIRONMENT } },
      {
        ...shared,
        test: {
          ...common,
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          // Those with as many workers run together, group after group.
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          ...common,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: [here('./tests/support/postgres.ts')],
          setupFiles: [here('./tests/support/database.ts'), ...common.setupFiles],
          // A thread begins sooner than a process, and each file has one to itself all the same.
          pool: 'threads',
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
