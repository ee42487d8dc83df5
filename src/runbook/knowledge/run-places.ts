import type { Target } from '../model.ts';
import {
  COMPOSE,
  DOCKER,
  DOCKER_RUN,
  KUBECTL,
  KUBECTL_EXEC,
  optionsOf,
  SSH,
  WORD,
} from './valued-options.ts';

const NAME = String.raw`\s+(?<name>(?!-)${WORD})`;
const DOCKERS = `docker${optionsOf(DOCKER)}`;

/** What takes effect elsewhere, and where, as a command begins that stands behind no `sudo` or the like. */
export const RUN_PLACES: readonly { readonly form: RegExp; readonly kind: Target['kind'] }[] = [
  {
    form: new RegExp(
      String.raw`^(?:${DOCKERS}|podman${optionsOf(DOCKER)})(?:\s+container)?\s+exec${optionsOf(DOCKER_RUN)}${NAME}`,
      'd',
    ),
    kind: 'container',
  },
  {
    form: new RegExp(
      String.raw`^(?:docker-compose|${DOCKERS}\s+compose)${optionsOf(COMPOSE)}\s+exec${optionsOf(DOCKER_RUN)}${NAME}`,
      'd',
    ),
    kind: 'container',
  },
  {
    form: new RegExp(
      String.raw`^(?:kubectl|oc|k)${optionsOf(KUBECTL)}\s+exec${optionsOf(KUBECTL, KUBECTL_EXEC)}${NAME}`,
      'd',
    ),
    kind: 'pod',
  },
  { form: new RegExp(`^ssh${optionsOf(SSH)}${NAME}`, 'd'), kind: 'remote' },
];
