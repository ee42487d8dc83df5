import { isOfOtherShell } from '../knowledge/languages.ts';
import { isOfWindows, isPowerShell } from '../knowledge/windows.ts';
import type { Command } from '../model.ts';
import { fenceAt } from './by-line.ts';
import type { Page } from './model.ts';

/** Whether bash reads a command: not where its block names another shell, or has a line that only PowerShell has. */
export const readByBash = (page: Page): ((command: Command) => boolean) => {
  const ofPowerShell = new Set(
    page.commands
      .filter(({ command }) => command.kind === 'shell' && isPowerShell(command.text))
      .map(({ command }) => fenceAt(page, command.lines[0]) ?? command),
  );
  return (command) =>
    !isOfWindows(command.language ?? '') &&
    !isOfOtherShell(command.language ?? '') &&
    !ofPowerShell.has(fenceAt(page, command.lines[0]) ?? command);
};
