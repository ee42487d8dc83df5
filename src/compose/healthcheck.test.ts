import { expect, test } from 'vitest';
import type { Diagnostic } from '../core/diagnostic.ts';
import { fieldsOf } from './fields.ts';
import { parseHealthcheck } from './healthcheck.ts';

const location = { file: 'compose.yaml', line: 1, column: 1 };

test.each([
  [['CMD-SHELL', 'curl -f localhost'], { shell: 'curl -f localhost' }],
  [['CMD-SHELL', 'curl', '-f', 'localhost'], { argv: ['/bin/sh', '-c', 'curl', '-f', 'localhost'] }],
])('%j is run as Docker runs it', (list, test) => {
  const diagnostics: Diagnostic[] = [];
  const fields = fieldsOf({ test: list }, '"app"', location, diagnostics);
  expect(parseHealthcheck(fields, location)).toMatchObject({ test });
  expect(diagnostics).toEqual([]);
});
