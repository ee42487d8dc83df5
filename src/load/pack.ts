import type { LoadSpec } from './model.ts';
import { ownK6 } from './own-k6.ts';
import { OWN_SCRIPTS, readScript, variables } from './scripts.ts';

/** k6 would fetch it, and nothing is reached while a script is read: what such a script is worth shows when it runs. */
export const FETCHES = /(?:\bimport|\bfrom|\brequire\s*\()\s*['"]https?:/;

const BESIDE = /(?:\bfrom|\bimport(?:\s*\()?|\brequire\s*\()\s*['"](?:\.{0,2}\/|file:)|\bopen\s*\(/;

/** Does it import or open other files? */
export const hasFilesBeside = (script: string): boolean => BESIDE.test(script);

/**
 * A script as k6 takes it on its standard input: its text, or an archive with the files that it imports and opens, where this machine has a k6.
 * @throws HarnessError when the script cannot be read
 */
export const packScript = async (spec: LoadSpec): Promise<string | Uint8Array> => {
  const script = await readScript(spec.script);
  if (spec.script in OWN_SCRIPTS || FETCHES.test(script) || !hasFilesBeside(script)) return script;
  const { exitCode, stdout } = await ownK6(['archive', '-O', '/dev/stdout', ...variables(spec), spec.script]);
  return exitCode === 0 ? stdout : script;
};
