import { EXIT } from '../core/exit-code.ts';
import { renderRunbook } from '../report/runbook.ts';
import { styleFor } from '../report/style.ts';
import { LIMITS } from '../runbook/text/limits.ts';
import { parseRunbook } from '../runbook/parse.ts';
import { showDiagnostics } from './diagnostics.ts';
import { readBytes } from './read-bytes.ts';

/**
 * `drillbook parse`: each runbook as a tree, or as a line of JSON.
 * @returns the exit code
 */
export const parseRunbooks = async (
  paths: readonly string[],
  { json = false }: { readonly json?: boolean },
): Promise<number> => {
  let exitCode: number = EXIT.pass;
  for (const path of paths) {
    const bytes = await readBytes(path, LIMITS);
    if (!bytes.ok) {
      showDiagnostics(bytes.diagnostics);
      exitCode = EXIT.invalid;
      continue;
    }
    const runbook = parseRunbook(bytes.value, path);
    if (json) console.log(JSON.stringify(runbook));
    else {
      process.stdout.write(renderRunbook(runbook, styleFor(process.stdout)));
      showDiagnostics(runbook.diagnostics);
    }
    if (runbook.diagnostics.some(({ severity }) => severity === 'error')) exitCode = EXIT.invalid;
  }
  return exitCode;
};
