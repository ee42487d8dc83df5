import { delimiter } from 'node:path';
import { execa } from 'execa';
import { HarnessError } from '../core/errors.ts';
import { builtPrograms } from '../environment/sandbox/cache.ts';
import type { LoadSpec } from './model.ts';
import { OWN_SCRIPTS, readScript, variables } from './scripts.ts';
import { lastMessageIn } from './summary.ts';

/** k6 would fetch it, and planning reaches no address: what such a script is worth shows when it runs. */
const FETCHES = /(?:\bimport|\bfrom|\brequire\s*\()\s*['"]https?:/;

/** What k6 puts before what is wrong with a script that it gets on its standard input. */
const PREFIX = /^could not initialize '-': (?:could not load JS test '[^']*': )?/;

/**
 * Has k6 read a script without sending anything, where this machine has a k6.
 * @throws HarnessError when the script cannot be read, or in k6's own words
 */
export const inspectScript = async (spec: LoadSpec): Promise<void> => {
  const script = await readScript(spec.script);
  if (spec.script in OWN_SCRIPTS || FETCHES.test(script)) return;
  const { exitCode, stderr } = await execa('k6', ['inspect', '--log-format=json', ...variables(spec), '-'], {
    input: script,
    reject: false,
    env: {
      PATH: [process.env['PATH'] ?? '', builtPrograms()].join(delimiter),
      // It would download another k6 for extensions that a script imports.
      K6_AUTO_EXTENSION_RESOLUTION: 'false',
    },
  });
  // None: there is no k6 here.
  if (exitCode === undefined || exitCode === 0) return;
  const said = lastMessageIn(stderr).replace(PREFIX, '').replaceAll(/\s+/g, ' ').trim();
  throw new HarnessError('unusable-script', `k6 does not take ${spec.script}: ${said}`, {
    hint: `k6 inspect ${spec.script}`,
  });
};
