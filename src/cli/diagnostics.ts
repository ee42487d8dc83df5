import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../core/diagnostic.ts';
import { renderDiagnostics } from '../core/squiggle.ts';
import { styleFor } from '../report/style.ts';

/** Shows what is wrong with the user's files, on stderr, each with its line. */
export const showDiagnostics = (diagnostics: readonly Diagnostic[]): void => {
  if (diagnostics.length === 0) return;
  process.stderr.write(renderDiagnostics(diagnostics, styleFor(process.stderr), sourceOf, process.cwd()));
};

const sourceOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
