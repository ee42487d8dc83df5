import { configDefaults, defineConfig } from 'vitest/config';

/** They use one engine, each what is its own there. */
const DOCKER = [
  'test/cli/docker-drills.test.ts',
  'test/cli/docker-bad-input.test.ts',
  'test/cli/engine-gone.test.ts',
  'test/docker/**/*.test.ts',
  'test/environment/docker.test.ts',
  'test/environment/docker-exec.test.ts',
  'test/fault/docker.test.ts',
];

/** It counts what is in the engine, whoever made it. */
const DOCKER_ALONE = ['test/environment/docker-teardown.test.ts'];

/** The reader's longest: they use no engine, and compute beside those that are alone there. */
const READER = ['test/runbook/**/*.test.ts'];

/** Through the command line. */
const END_TO_END = ['test/cli/**/*.test.ts'];

/** They wait more than they work. */
const TOGETHER = { maxWorkers: 2, sequence: { groupOrder: 1 } };
const LAST = { maxWorkers: 2, sequence: { groupOrder: 2 } };

const patient = {
  // More than a command is given (test/support/cli.ts), which tells what it was doing.
  testTimeout: 210_000,
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
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      // Of a group, the projects begin in the order of their names: what takes longest first, lest a worker have nothing left to do.
      { test: { ...patient, ...TOGETHER, name: 'docker', include: DOCKER } },
      {
        test: {
          ...patient,
          ...TOGETHER,
          name: 'end-to-end',
          include: END_TO_END,
          exclude: [...configDefaults.exclude, ...DOCKER, ...DOCKER_ALONE],
        },
      },
      {
        test: {
          ...patient,
          ...TOGETHER,
          name: 'integration',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...DOCKER, ...DOCKER_ALONE, ...END_TO_END, ...READER],
        },
      },
      { test: { ...patient, ...LAST, name: 'docker-alone', include: DOCKER_ALONE } },
      { test: { ...patient, ...LAST, name: 'reader', include: READER } },
    ],
  },
});
