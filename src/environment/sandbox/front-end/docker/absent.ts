/** What Docker 28 can do and the sandbox cannot: verb → remedy. */

export const OTHER_ENGINE = 'only the containers of the drill are there; leave the flag out';

const ONLY_COMPOSE_FILE = 'the drill runs the services of its Compose file; add the service there';

const IMAGES = 'the drill runs the programs of this machine, not images; leave the step out of the drill';

const WITH_DOCKER = 'run the drill with --backend docker';

type Remedies = Readonly<Record<string, string>>;

const inGroup = (group: string, verbs: Remedies): Remedies =>
  Object.fromEntries(Object.entries(verbs).map(([verb, remedy]) => [`${group} ${verb}`, remedy]));

/** Typed with the word `container` before them or without. */
const OF_CONTAINERS: Remedies = {
  attach: 'use docker logs -f',
  commit: IMAGES,
  create: ONLY_COMPOSE_FILE,
  diff: 'look with docker exec',
  export: 'use docker cp',
  rename: 'name the container in the Compose file',
  run: ONLY_COMPOSE_FILE,
  update: 'change the limit in the Compose file',
  wait: 'use docker ps',
};

const OF_IMAGES: Remedies = {
  build: IMAGES,
  history: IMAGES,
  import: IMAGES,
  load: IMAGES,
  pull: IMAGES,
  push: IMAGES,
  save: IMAGES,
  tag: IMAGES,
};

export const ABSENT: Remedies = {
  ...OF_CONTAINERS,
  ...inGroup('container', OF_CONTAINERS),
  ...OF_IMAGES,
  ...inGroup('image', { ...OF_IMAGES, inspect: IMAGES, remove: IMAGES, rm: IMAGES }),
  ...inGroup('network', {
    connect: WITH_DOCKER,
    create: WITH_DOCKER,
    disconnect: WITH_DOCKER,
    remove: WITH_DOCKER,
    rm: WITH_DOCKER,
  }),
  'volume update': WITH_DOCKER,
  builder: IMAGES,
  buildx: IMAGES,
  checkpoint: ONLY_COMPOSE_FILE,
  config: ONLY_COMPOSE_FILE,
  context: 'only the containers of the drill are there; leave the step out of the drill',
  events: 'use docker ps or docker logs -f',
  'system events': 'use docker ps or docker logs -f',
  login: IMAGES,
  logout: IMAGES,
  manifest: IMAGES,
  node: ONLY_COMPOSE_FILE,
  plugin: ONLY_COMPOSE_FILE,
  rmi: IMAGES,
  search: IMAGES,
  secret: ONLY_COMPOSE_FILE,
  service: ONLY_COMPOSE_FILE,
  stack: ONLY_COMPOSE_FILE,
  swarm: ONLY_COMPOSE_FILE,
  trust: IMAGES,
};
