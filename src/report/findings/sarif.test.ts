import { expect, it } from 'vitest';
import { findingsSarif } from './sarif.ts';

it.each([
  ['on call/größe.md', 'on%20call/gr%C3%B6%C3%9Fe.md'],
  ['a#b?c%d.md', 'a%23b%3Fc%25d.md'],
])('%s is %s, which leads to that file and to no part of another', (path, uri) => {
  const location = { file: `/srv/repository/${path}`, line: 1, column: 1 };
  const report = {
    runbooks: [],
    diagnostics: [{ code: 'x', severity: 'error', message: 'm', location } as const],
    repairable: 0,
  };
  const sarif = findingsSarif(report, { cwd: '/srv/repository', version: '1.0.0', rules: [] });
  expect(sarif).toContain(`"uri": "${uri}"`);
});
