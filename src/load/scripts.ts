import { fileURLToPath } from 'node:url';
import { HarnessError } from '../core/errors.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import { readText } from '../core/read-file.ts';
import { LONGEST, type LoadSpec } from './model.ts';

/** Drillbook's own k6 scripts, by the name that a drill gives them, and what each does. */
export const OWN_SCRIPTS: Readonly<Record<string, string>> = {
  steady: 'the same rate all the time',
  spike: 'a tenth of the rate, then all of it for as long as it lasts',
  soak: 'the rate is reached slowly, and held',
  'brute-force': 'logins with wrong passwords',
};

const ownScript = (name: string): string => fileURLToPath(new URL(`../../k6/${name}.js`, import.meta.url));

/** @throws HarnessError */
export const readScript = async (script: string): Promise<string> => {
  const path = script in OWN_SCRIPTS ? ownScript(script) : script;
  try {
    return await readText(path);
  } catch (error) {
    if (!isFileError(error)) throw error;
    const own = Object.keys(OWN_SCRIPTS).join(', ');
    throw new HarnessError('unusable-script', `cannot read the k6 script ${path}: ${whyUnreadable(error)}`, {
      hint: remedyFor(error, `a path is relative to the drill file; Drillbook’s own scripts are ${own}`),
    });
  }
};

/** What a script finds in `__ENV`, as arguments of k6's. */
export const variables = ({ url, rate, duration }: LoadSpec): readonly string[] =>
  Object.entries({
    URL: url,
    BASE_URL: new URL(url).origin,
    RATE: rate,
    DURATION: `${Math.ceil(Math.min(duration, LONGEST) / 1000)}s`,
  }).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
