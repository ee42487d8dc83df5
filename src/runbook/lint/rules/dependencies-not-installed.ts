import type { PlacedCommand, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const dependenciesNotInstalled: Rule = {
  id: 'dependencies-not-installed',
  severity: 'warning',
  summary: 'other code is checked out and built without its dependencies',
  check: (page) =>
    page.commands.flatMap((placed, index) => {
      const { command, procedure } = placed;
      const build = MANAGERS.find(({ builds }) => builds.test(oneLine(command)));
      if (build === undefined) return [];
      const own = page.commands.slice(0, index).filter((other) => other.procedure === procedure);
      const switched = own.findLast(isSwitch);
      if (switched === undefined) return [];
      const since = own.slice(own.indexOf(switched) + 1).map((other) => oneLine(other.command));
      return since.some((text) => build.installs.test(text) || build.builds.test(text))
        ? []
        : [
            {
              message: `the code of line ${switched.command.lines[0]} is built with the dependencies of the code before it`,
              place: placeIn(page, command),
              hint: `before it: ${build.instead}`,
            },
          ];
    }),
};

/** A branch of one's own (`-b`) and a single file (`-- path`) change no dependencies. */
const isSwitch = ({ command }: PlacedCommand): boolean =>
  /\bgit\s+(?:checkout|switch|reset\s+--hard|revert|pull)\b(?!.*\s(?:-[bBc]|--orphan|--)\s)/.test(
    oneLine(command),
  );

const MANAGERS: readonly { readonly builds: RegExp; readonly installs: RegExp; readonly instead: string }[] =
  [
    {
      builds: /^\s*(?:npm|pnpm|yarn)\s+(?:run\s+)?(?:build|start)\b/,
      installs: /\b(?:npm|pnpm|yarn|bun)\s+(?:install|ci|i)\b|^\s*yarn\s*$|\bdocker\b.*\bbuild\b/,
      instead: 'pnpm install --frozen-lockfile, npm ci or yarn install --immutable',
    },
    {
      builds: /^\s*(?:bundle\s+exec\s+)?(?:rails|rake)\s+(?:assets:precompile|db:migrate|server)\b/,
      installs: /\bbundle\s+install\b/,
      instead: 'bundle install',
    },
  ];
