import { HarnessError } from '../core/errors.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import { readText } from '../core/read-file.ts';
import { readRules, type RulesFile } from './rules.ts';

/** @throws HarnessError when the file cannot be read, or holds no rules */
export const readRulesFile = async (path: string): Promise<RulesFile> => {
  let text: string;
  try {
    text = await readText(path);
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new HarnessError(
      'unreadable-rules',
      `cannot read the alert rules ${path}: ${whyUnreadable(error)}`,
      {
        hint: remedyFor(error, 'paths in a drill are relative to the drill file'),
      },
    );
  }
  try {
    return readRules(text);
  } catch (error) {
    throw new HarnessError('invalid-rules', `${path} has no alert rules: ${(error as Error).message}`, {
      hint: 'promtool check rules shows what Prometheus says of it',
    });
  }
};
