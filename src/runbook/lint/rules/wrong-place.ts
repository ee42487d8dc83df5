import { LEAVES } from '../../knowledge/around-code.ts';
import type { Command } from '../../model.ts';
import { besideClone, inBareImage } from '../entered.ts';
import { CONTAINER_FOLDERS, NOT_IN_IMAGE, PROGRAM_NAMES, STORE_CLIENTS } from '../knowledge/places.ts';
import type { Page, Place, Problem, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const wrongPlace: Rule = {
  id: 'wrong-place',
  severity: 'warning',
  summary: 'a command is typed where its files, its server or its program are not',
  check: (page) => {
    const usesContainers = page.commands.some(({ command }) =>
      /\bdocker\b.*\bexec\b|\bcompose\b/.test(oneLine(command)),
    );
    const inside = typedInside(page);
    const own = page.commands
      .filter(({ command }) => command.kind === 'shell' && command.where !== 'inline')
      .flatMap(({ command }) => [
        ...(usesContainers && !inside.has(command) ? folder(page, command) : []),
        ...inContainer(page, command),
      ]);
    return [...own, ...besideClone(page), ...inBareImage(page)];
  },
};

/** What is typed after `docker exec -it web bash`, until the shell is left or what only the host has is typed. */
const typedInside = ({ commands }: Page): ReadonlySet<Command> => {
  const inside = new Set<Command>();
  let open = false;
  for (const { command } of commands) {
    const text = oneLine(command);
    if (OPENS_SHELL.test(text)) open = true;
    else if (LEAVES.test(text) || OF_HOST.test(text)) open = false;
    else if (open) inside.add(command);
  }
  return inside;
};

const OPENS_SHELL = /\bexec\s.*\s(?:\S*\/)?(?:ba|z|a|da)?sh(?:\s+-l)?$/;
const OF_HOST = /^(?:sudo\s+)?(?:docker|docker-compose|podman|nerdctl|kubectl|oc|systemctl|ssh|git)\s/;

/** A container's folder, on the host. */
const folder = (page: Page, command: Command): readonly Problem[] => {
  const text = oneLine(command);
  const path = CONTAINER_FOLDERS.exec(text)?.[1];
  if (path === undefined || command.runsOn.kind !== 'host') return [];
  if (NAMED_PROMPT.test(page.lines[command.lines[0] - 1] ?? '')) return [];
  if (/\b(?:docker|docker-compose|podman|kubectl|oc|ssh|scp|nerdctl)\b|^\w+\s+exec\s/.test(text)) return [];
  return [
    {
      message: `${path} is a path in a container, and this is typed on the host`,
      place: placeIn(page, command, path),
      hint: 'run it there: docker compose exec SERVICE …',
    },
  ];
};

/** `root@0a1b2c:/# `: where this is typed stands in the prompt. */
const NAMED_PROMPT = /^\s*\S+@\S+[#$]\s/;

const EXEC =
  /\b(?:docker(?:\s+container)?|docker-compose|docker\s+compose|podman)\s+exec\s+(?:(?:-[uwe]|--(?:user|workdir|env))\s+[^\s-]\S*\s+|-\S+\s+)*([\w.-]+)\s+(.*)$/;

const inContainer = (page: Page, command: Command): readonly Problem[] => {
  const [, container = '', inner = ''] = EXEC.exec(oneLine(command)) ?? [];
  if (container === '') return [];
  const place: Place = placeIn(page, command, inner.split(/\s/)[0] ?? '');
  const image = NOT_IN_IMAGE.find((each) => each.container.test(container) && each.programs.test(inner));
  if (image !== undefined) {
    return [
      {
        message: `the official ${image.image} image has no ${inner.split(/\s/)[0]}`,
        place,
        hint: 'run it on the host, or in a container that shares its network',
      },
    ];
  }
  return PROGRAM_NAMES.test(container) && STORE_CLIENTS.test(inner)
    ? [
        {
          message: `${inner.split(/\s/)[0]} asks localhost, and in "${container}" that is not the store`,
          place,
          hint: 'exec into the store’s own container, or name its host (-h)',
        },
      ]
    : [];
};
