import type { Command } from '../../model.ts';
import type { Page, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const missingFile: Rule = {
  id: 'missing-file',
  severity: 'warning',
  summary: 'a command needs a file of the repository that is not there',
  check: (page) => {
    const made = filesMade(page);
    // What stands behind it is typed elsewhere, as far as can be told.
    const leaves = page.commands.findIndex(({ command }) =>
      /^\s*(?:cd|git\s+clone|pushd)\s/.test(command.text),
    );
    return page.commands
      .slice(0, leaves < 0 ? undefined : leaves)
      .filter(({ command }) => command.kind === 'shell' && command.runsOn.kind === 'host')
      .flatMap(({ command }) =>
        neededBy(command, page.context.wholeRepository)
          .filter((path) => !page.context.exists(path) && !made.has(path.slice(path.lastIndexOf('/') + 1)))
          .map((path) => ({
            message: `"${path}" is not in the repository`,
            place: placeIn(page, command, path),
            hint: 'add it, or say where it comes from',
          })),
      );
  },
};

/** `./scripts/x.sh`, `scripts/x.sh`, `curl -w @format.txt`, `-f docs/x.yaml`: relative, and no placeholder in it. */
const neededBy = (command: Command, wholeRepository: boolean): readonly string[] => {
  const text = oneLine(command);
  const script =
    /^\s*(?:sudo\s+|bash\s+|sh\s+)?((?:\.\/)?(?:[\w.-]+\/)+[\w.-]+\.(?:sh|py|js|ts|rb|pl)|\.\/[\w.-]+\.(?:sh|py|js|ts|rb|pl))(?=\s|$)/.exec(
      text,
    )?.[1];
  const data = /\bcurl\b.*\s(?:-w|--write-out|-d|--data(?:-binary|-raw)?|-K|-F)\s+["']?@([\w./-]+)["']?/.exec(
    text,
  )?.[1];
  return [wholeRepository ? script : undefined, data].filter(
    (path): path is string => path !== undefined && path !== '-' && !path.startsWith('/'),
  );
};

/** The names in lines that may make or fetch a file. */
const filesMade = ({ lines }: Page): ReadonlySet<string> =>
  new Set(
    lines
      .filter(
        (line) =>
          />\s*\S*|\b(?:cat|tee|vi|vim|nano|wget|curl\s+-\w*[oO]|cp|touch|chmod|create|save|file)\b/i.test(
            line,
          ) && !/^\s*curl\b.*@/.test(line),
      )
      .flatMap((line) => line.match(/(?<![\w.-])[\w.-]*\w/g) ?? []),
  );
