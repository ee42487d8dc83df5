import { GOES_TO_HOST } from '../knowledge/around-code.ts';
import { IN_CONTAINER, RSH, SHELL_ALONE } from '../knowledge/opened-shells.ts';
import type { Command } from '../model.ts';
import { unwrap } from './likeness.ts';
import { maskPlaceholders } from './placeholders.ts';
import { startedBy } from './simple-commands.ts';

/** Where a command opens a shell that it gives nothing to do: what comes next is typed there. */
export const opensShell = ({ kind, flags, text }: Command): 'container' | 'remote' | undefined =>
  kind === 'shell' && flags.includes('interactive') ? placeOpened(text) : undefined;

const placeOpened = (text: string): 'container' | 'remote' | undefined => {
  const masked = maskPlaceholders(text).replaceAll(/\\[ \t]*\n\s*/g, ' ');
  if (/[|;&<>\n]/.test(masked)) return undefined;
  const bare = unwrap(masked).trim();
  const started = startedBy(bare);
  const alone = started === undefined || SHELL_ALONE.test(started);
  if (GOES_TO_HOST.test(bare)) return alone || placeOpened(started) !== undefined ? 'remote' : undefined;
  const inContainer = started === undefined ? RSH.test(bare) : IN_CONTAINER.test(bare) && alone;
  return inContainer ? 'container' : undefined;
};
