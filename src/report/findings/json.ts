import { relative } from 'node:path';
import type { FindingsReport } from './model.ts';

/** One object: what was read, and what was found. */
export const findingsJson: FindingsReport = ({ runbooks, diagnostics }, { cwd }) =>
  `${JSON.stringify(
    {
      runbooks: runbooks.map((runbook) => ({ ...runbook, path: relative(cwd, runbook.path) })),
      findings: diagnostics.map(({ code, severity, message, location, hint }) => ({
        rule: code,
        severity,
        message,
        file: location === undefined ? null : relative(cwd, location.file),
        line: location?.line ?? null,
        column: location?.column ?? null,
        endLine: location?.endLine ?? null,
        endColumn: location?.endColumn ?? null,
        hint: hint ?? null,
      })),
    },
    undefined,
    2,
  )}\n`;
