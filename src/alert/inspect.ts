import { execa } from 'execa';
import { HarnessError } from '../core/errors.ts';
import { readRulesFile } from './read.ts';
import { alertNames } from './rules.ts';

/**
 * Has Prometheus read a file of alert rules, where this machine has its `promtool`.
 * @throws HarnessError when there is no alert in it, or in Prometheus' own words
 */
export const inspectRules = async (path: string): Promise<void> => {
  if (alertNames(await readRulesFile(path)).length === 0)
    throw new HarnessError('no-alert', `${path} has no alert`, {
      hint: 'groups: [{ name: …, rules: [{ alert: …, expr: … }] }]',
    });
  const { exitCode, stderr } = await execa('promtool', ['check', 'rules', path], { reject: false });
  if (exitCode !== 1) return;
  throw new HarnessError('invalid-rules', `Prometheus does not take ${path}: ${lastLine(stderr)}`, {
    hint: `promtool check rules ${path}`,
  });
};

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
