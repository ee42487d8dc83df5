import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine, quotesBlanked } from '../text.ts';

export const logsMissStderr: Rule = {
  id: 'logs-miss-stderr',
  severity: 'warning',
  summary: 'docker logs writes the errors past the pipe',
  check: (page) =>
    page.commands
      .filter(({ command }) => command.kind === 'shell')
      .filter(
        ({ command }) =>
          /\bdocker\s+(?:container\s+)?logs\b[^|]*(?<!&)\|(?![|&])/.test(
            quotesBlanked(watched(oneLine(command))),
          ) && !/2>&1/.test(command.text),
      )
      .map(({ command }) => ({
        message: 'what the container wrote to stderr (its errors, most likely) goes past this pipe',
        place: placeIn(page, command, 'docker logs'),
        hint: 'write: docker logs … 2>&1 | …',
      })),
};

/** What `watch '…'` runs is in quotes, and a shell's line nevertheless. */
const watched = (text: string): string => text.replace(/^(\s*watch\s[^'"]*)(['"])(.*)\2/, '$1$3');
