import { configDefaults, defineConfig } from 'vitest/config';

/** They use one engine, each what is its own there. */
const DOCKER = [
  'test/cli/docker-drills.test.ts',
  'test/environment/docker.test.ts',
  'test/environment/docker-exec.test.ts',
  'test/fault/docker.test.ts',
];

/** They count, prune or end what is in the engine. */
const DOCKER_ALONE = [
  'test/docker/**/*.test.ts',
  'test/cli/docker-bad-input.test.ts',
  'test/cli/engine-gone.test.ts',
  'test/environment/docker-teardown.test.ts',
];

const patient = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What is waited for comes when it comes on a busy machine.
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    // A test that runs drills elsewhere says so.
    env: { DRILLBOOK_BACKEND: 'sandbox' },
    // Of the tests that run drills and wait most of the time; `concurrent` says which.
    maxConcurrency: 3,
    reporters: ['default', './test/support/totals-reporter.ts'],
    projects: [
      // Loading the same modules anew for each file would take twice as long as the tests: no unit test may leave anything changed.
      // Each is quick, and may yet wait long for its turn on a busy machine.
      { test: { name: 'unit', include: ['src/**/*.test.ts'], isolate: false, testTimeout: 30_000 } },
      {
        test: {
          ...patient,
          name: 'integration',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...DOCKER, ...DOCKER_ALONE],
          // They wait more than they work.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...patient,
          name: 'docker',
          include: DOCKER,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...patient,
          name: 'docker-alone',
          include: DOCKER_ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
