import {
  COMPOSE,
  DOCKER,
  DOCKER_CONTAINERS,
  DOCKER_RUN,
  optionsOf,
  valued,
} from '../../knowledge/valued-options.ts';

const COMPOSES = String.raw`\bdocker(?:-|${optionsOf(DOCKER)}\s+)compose${optionsOf(COMPOSE)}`;
const DOCKERS = String.raw`\bdocker${optionsOf(DOCKER)}\s+(?:container\s+)?`;

/** `-t` takes a time where containers are stopped, and none where logs are read: what stands behind it is the name, where none follows. */
const OPTIONS = String.raw`(?:\s+(?:${valued(DOCKER_CONTAINERS)}\s+[^\s-]\S*|-\S+))*`;

/** Docker's commands that name services or containers. */
export const DOCKER_TARGETS: readonly {
  readonly form: RegExp;
  readonly kind: 'service' | 'container';
  readonly several: boolean;
}[] = [
  {
    form: new RegExp(
      String.raw`${COMPOSES}\s+(?:restart|start|stop|kill|up|rm|logs|pause|unpause|top|build|pull|ps)${OPTIONS}(?<names>(?:\s+[a-z0-9][\w.-]*)+)`,
    ),
    kind: 'service',
    several: true,
  },
  {
    form: new RegExp(
      String.raw`${COMPOSES}\s+(?:exec|run)${optionsOf(DOCKER_RUN)}\s+(?<names>[a-z0-9][\w.-]*)`,
    ),
    kind: 'service',
    several: false,
  },
  {
    form: /\bdocker(?:-|\s+)compose\b.*\s--scale[ =](?<names>[a-z0-9][\w.-]*)=\d/,
    kind: 'service',
    several: false,
  },
  {
    form: new RegExp(String.raw`${DOCKERS}exec${optionsOf(DOCKER_RUN)}\s+(?<names>[a-z0-9][\w.-]*)`),
    kind: 'container',
    several: false,
  },
  {
    form: new RegExp(
      String.raw`${DOCKERS}(?:restart|start|stop|kill|logs|pause|unpause|top|stats|port)${OPTIONS}(?<names>(?:\s+[a-z0-9][\w.-]*)+)`,
    ),
    kind: 'container',
    several: true,
  },
];
