import type { Procedure } from '../../model.ts';
import type { PlacedCommand, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const dependenciesNotInstalled: Rule = {
  id: 'dependencies-not-installed',
  severity: 'warning',
  summary: 'other code is checked out and built without its dependencies',
  check: (page) => {
    const switches = new Map<Procedure | undefined, Switch>();
    return page.commands.flatMap((placed) => {
      const { command, procedure } = placed;
      const text = oneLine(command);
      const build = MANAGERS.find(({ builds }) => builds.test(text));
      const last = switches.get(procedure);
      const isReady = build === undefined || last === undefined || last.ready.has(build);
      if (isSwitch(placed)) switches.set(procedure, { line: command.lines[0], ready: new Set() });
      else
        for (const manager of MANAGERS)
          if (manager.installs.test(text) || manager.builds.test(text)) last?.ready.add(manager);
      return isReady
        ? []
        : [
            {
              message: `the code of line ${last.line} is built with the dependencies of the code before it`,
              place: placeIn(page, command),
              hint: `before it: ${build.instead}`,
            },
          ];
    });
  },
};

/** Where other code was checked out, and the managers that have brought its dependencies since. */
interface Switch {
  readonly line: number;
  readonly ready: Set<(typeof MANAGERS)[number]>;
}

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
