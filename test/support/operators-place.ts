import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StartedEnvironment } from '../../src/environment/model.ts';

/** Only an operator's place: a folder of its own on this machine, removed at the end. */
export interface OperatorsPlace extends Disposable {
  readonly folder: string;
  readonly environment: Pick<StartedEnvironment, 'operator'>;
}

export const operatorsPlace = (): OperatorsPlace => {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-operator-'));
  return {
    folder,
    environment: {
      operator: ([program = '', ...args], options = {}) =>
        spawn(program, args, { cwd: folder, env: { ...process.env, ...options.env }, detached: true }),
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
};
