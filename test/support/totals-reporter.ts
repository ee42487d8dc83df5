import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Leaves the line `N passed, N failed, N skipped` in `test-results/totals.txt`, for `.ci/run`. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const totals = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) totals.failed += 1;
      for (const test of module.children.allTests()) totals[test.result().state] += 1;
    }
    const { passed, failed, skipped, pending } = totals;
    mkdirSync('test-results', { recursive: true });
    writeFileSync(
      'test-results/totals.txt',
      `${passed} passed, ${failed} failed, ${skipped + pending} skipped\n`,
    );
  }
}
