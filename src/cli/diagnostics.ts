import { byPlace, type Diagnostic, type Severity } from '../core/diagnostic.ts';
import { renderDiagnostics } from '../core/squiggle.ts';
import { styleFor } from '../report/style.ts';
import { sourceOf } from './source-of.ts';

/**
 * Shows what is wrong with the user's files, on stderr, each with its line; what several drills share, once.
 * @param from what is less severe is left out
 */
export const showDiagnostics = (diagnostics: readonly Diagnostic[], from: Severity = 'warning'): void => {
  const shown = byPlace(diagnostics).filter(({ severity }) => from === 'info' || severity !== 'info');
  if (shown.length === 0) return;
  process.stderr.write(renderDiagnostics(shown, styleFor(process.stderr), sourceOf, process.cwd()));
};
