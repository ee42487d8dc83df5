import { HarnessError } from '../core/errors.ts';
import type { LoadSpec } from './model.ts';
import { ownK6 } from './own-k6.ts';
import { FETCHES, hasFilesBeside } from './pack.ts';
import { OWN_SCRIPTS, readScript, variables } from './scripts.ts';
import { lastMessageIn } from './summary.ts';

/** What k6 puts before what is wrong with a script. */
const PREFIX = /^could not initialize '[^']*': (?:could not load JS test '[^']*': )?/;

/** Of bash: there is no such program. */
const MISSING = 127;

/**
 * Has k6 read a script without sending anything, where this machine has a k6.
 * @throws HarnessError when the script cannot be read, or in k6's own words
 */
export const inspectScript = async (spec: LoadSpec): Promise<void> => {
  const script = await readScript(spec.script);
  if (spec.script in OWN_SCRIPTS || FETCHES.test(script)) return;
  const inspect = ['inspect', '--log-format=json', ...variables(spec)];
  const { exitCode, stderr } = hasFilesBeside(script)
    ? await ownK6([...inspect, spec.script])
    : await ownK6([...inspect, '-'], script);
  if (exitCode === undefined || exitCode === MISSING || exitCode === 0) return;
  const said = lastMessageIn(stderr).replace(PREFIX, '').replaceAll(/\s+/g, ' ').trim();
  throw new HarnessError('unusable-script', `k6 does not take ${spec.script}: ${said}`, {
    hint: `k6 inspect ${spec.script}`,
  });
};
