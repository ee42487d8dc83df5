import { readFile } from 'node:fs/promises';
import { HarnessError } from '../core/errors.ts';
import { whyUnreadable } from '../core/file-error.ts';
import { LONGEST, type LoadSpec } from './model.ts';
import { OWN_SCRIPTS, ownScript } from './scripts.ts';

/** @throws HarnessError */
export const readScript = async (script: string): Promise<string> => {
  const path = script in OWN_SCRIPTS ? ownScript(script) : script;
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const why = whyUnreadable(error as NodeJS.ErrnoException);
    throw new HarnessError('load-failed', `cannot read the k6 script ${path}: ${why}`, {
      hint: `a path is relative to the drill file; Drillbook’s own scripts are ${Object.keys(OWN_SCRIPTS).join(', ')}`,
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
