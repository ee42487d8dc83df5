import type { Page, PlacedCommand, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';
import { targetsOf } from './unknown-service.ts';

export const scaleFixedName: Rule = {
  id: 'scale-fixed-name',
  severity: 'warning',
  summary: 'a service cannot be scaled: its container has a fixed name, or a fixed port',
  check: (page) => {
    const called = calledBy(page);
    return page.commands.flatMap(({ command }) => {
      const match = /--scale[ =]([\w.-]+)=(?:[2-9]|\d\d)/.exec(oneLine(command));
      const why = match === null ? undefined : fixedBy(page, match[1] ?? '', called);
      return match === null || why === undefined
        ? []
        : [
            {
              message: `"${match[1]}" cannot be scaled: ${why}`,
              place: placeIn(page, command, match[0]),
              hint: 'take out container_name and the host port, or scale by other means',
            },
          ];
    });
  },
};

/** The first command for each container that is called by its name; gone through once, and only when asked for. */
const calledBy = (page: Page): ((name: string) => PlacedCommand | undefined) => {
  let first: Map<string, PlacedCommand> | undefined;
  return (name) => {
    first ??= new Map(
      page.commands.toReversed().flatMap((placed) =>
        targetsOf(oneLine(placed.command))
          .filter(({ kind }) => kind === 'container')
          .map((target) => [target.name, placed] as const),
      ),
    );
    return first.get(name);
  };
};

/** The Compose file says it; without one, a container that is called by the service's bare name does. */
const fixedBy = (
  page: Page,
  name: string,
  calledBare: (name: string) => PlacedCommand | undefined,
): string | undefined => {
  const { compose } = page.context;
  if (compose !== undefined) {
    const service = compose.services.find((each) => each.name === name);
    if (service === undefined) return undefined;
    if (service.containerName !== `${compose.project}-${name}-1`)
      return `container_name: ${service.containerName}`;
    const port = service.ports.find(({ published }) => published !== undefined)?.published;
    return port === undefined ? undefined : `it publishes port ${port}, which only one container can have`;
  }
  const called = calledBare(name);
  return called === undefined
    ? undefined
    : `its container is called "${name}" on line ${called.command.lines[0]}, so it has that container_name`;
};
