import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A test that runs drills elsewhere says so.
    env: { DRILLBOOK_BACKEND: 'sandbox' },
    // Of the tests that run drills and wait most of the time; `concurrent` says which.
    maxConcurrency: 3,
    reporters: ['default', './test/support/totals-reporter.ts'],
    projects: [
      // Loading the same modules anew for each file would take twice as long as the tests: no unit test may leave anything changed.
      { test: { name: 'unit', include: ['src/**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'integration',
          include: ['test/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What is waited for comes when it comes on a busy machine.
          expect: { poll: { timeout: 30_000 } },
          // Drills measure time: two at once on two cores would disturb each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
