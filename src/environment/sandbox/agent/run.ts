import { spawn } from 'node:child_process';
import { HarnessError } from '../../../core/errors.ts';
import { Collected } from './collected.ts';

/**
 * Runs a script of `sh`, which stops at its first error.
 * @throws HarnessError with what it wrote
 */
export const runScript = (script: string): Promise<void> => {
  const child = spawn('/bin/sh', ['-euc', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = new Collected();
  void said.read(child.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new HarnessError('sandbox-not-set-up', `setting up the sandbox failed: ${said.text.trim()}`));
    });
  });
};
