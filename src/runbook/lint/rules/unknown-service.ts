import { basename } from 'node:path';
import { nearest } from '../../../core/suggest.ts';
import { DOCKER_TARGETS } from '../knowledge/docker-targets.ts';
import type { ComposeNames, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { listed, oneLine } from '../text.ts';

export const unknownService: Rule = {
  id: 'unknown-service',
  severity: 'error',
  summary: 'a service or container that the Compose file does not have',
  check: (page) => {
    const { compose } = page.context;
    if (compose === undefined) return [];
    return page.commands
      .filter(({ command }) => command.kind === 'shell')
      .flatMap(({ command }) =>
        targetsOf(oneLine(command))
          .filter(({ kind }) => kind === 'container' || !namesAnotherFile(oneLine(command), compose))
          .filter(({ name, kind }) => !isKnown(name, kind, compose))
          .map(({ name, kind }) => {
            const names = namesOf(kind, compose);
            const meant = nearest(name, names);
            return {
              message: `${basename(compose.file)} has no ${kind} "${name}"`,
              // It may be about the system of another Compose file.
              ...(compose.guessed ? { severity: 'warning' as const } : {}),
              place: placeIn(page, command, new RegExp(`(?<=\\s)${name.replaceAll('.', '\\.')}(?=\\s|$)`)),
              hint: meant === undefined ? `it has ${listed(names)}` : `did you mean "${meant}"?`,
            };
          }),
      );
  },
};

/** `docker compose -f other.yaml …`: its services are not those of this file. */
const namesAnotherFile = (text: string, { file }: ComposeNames): boolean =>
  /\bdocker(?:-|\s+)compose\s/.test(text) &&
  [...text.matchAll(/(?<=\s)(?:-f|--file)[ =]([^\s]+\.ya?ml)(?=\s)/g)].some(
    ([, named = '']) => basename(named) !== basename(file),
  );

interface Named {
  readonly name: string;
  readonly kind: 'service' | 'container';
}

/** What `docker exec NAME`, `docker compose restart NAME …` name, without placeholders and variables. */
export const targetsOf = (text: string): readonly Named[] =>
  DOCKER_TARGETS.flatMap(({ form, kind, several }) => {
    const match = form.exec(text.replaceAll(/\s\d?[<>]+&?\s*\S*/g, ' ;'));
    const words = (match?.groups?.['names'] ?? '').trim().split(/\s+/);
    return (several ? words : words.slice(0, 1))
      .filter((word) => /^[a-z0-9][\w.-]*$/i.test(word))
      .map((name) => ({ name, kind }));
  });

/** What is behind a profile is there as well: a command that names it starts it. */
const namesOf = (kind: Named['kind'], { services, inactive = {} }: ComposeNames): readonly string[] => [
  ...services.map(({ name, containerName }) => (kind === 'service' ? name : containerName)),
  ...Object.entries(inactive).map(([name, { containerName }]) => (kind === 'service' ? name : containerName)),
];

const isKnown = (name: string, kind: Named['kind'], compose: ComposeNames): boolean =>
  namesOf(kind, compose).includes(name) || (kind === 'container' && /^[0-9a-f]{12,64}$/.test(name));
