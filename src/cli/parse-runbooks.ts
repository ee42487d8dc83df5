import { EXIT } from '../core/exit-code.ts';
import type { Result } from '../core/result.ts';
import { renderRunbook } from '../report/runbook.ts';
import { styleFor } from '../report/style.ts';
import { LIMITS, type Limits } from '../runbook/text/limits.ts';
import { parseRunbook } from '../runbook/parse.ts';
import { showDiagnostics } from './diagnostics.ts';
import { comesOnce, readBytes } from './read-bytes.ts';

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
    const [bytes, limits] = await readWithin(path);
    if (!bytes.ok) {
      showDiagnostics(bytes.diagnostics);
      exitCode = EXIT.invalid;
      continue;
    }
    const runbook = parseRunbook(bytes.value, path, limits);
    if (json) console.log(JSON.stringify(runbook));
    else {
      process.stdout.write(renderRunbook(runbook, styleFor(process.stdout)));
      showDiagnostics(runbook.diagnostics);
    }
    if (runbook.diagnostics.some(({ severity }) => severity === 'error')) exitCode = EXIT.invalid;
  }
  return exitCode;
};

/** Only for a large file is the configuration asked: to read it takes longer than to read a short runbook. */
const readWithin = async (path: string): Promise<readonly [Result<Uint8Array>, Limits]> => {
  const bytes = await readBytes(path, LIMITS);
  if (bytes.ok || comesOnce(path) || bytes.diagnostics[0]?.code !== 'file-too-large') return [bytes, LIMITS];
  const { loadConfig } = await import('./lint/config.ts');
  const config = await loadConfig(undefined, process.cwd());
  if (!config.ok) return [config, LIMITS];
  const limits = { ...LIMITS, bytes: config.value.maxBytes };
  return [await readBytes(path, limits), limits];
};
