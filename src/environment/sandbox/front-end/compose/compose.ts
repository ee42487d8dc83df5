import { daemonError } from '../docker/container.ts';
import { absent, bool, int, list, text } from '../flags.ts';
import type { Program } from '../program.ts';
import { config } from './config.ts';
import { cp } from './cp.ts';
import { images } from './images.ts';
import { ls } from './ls.ts';
import { port } from './port.ts';
import { stats } from './stats.ts';
import { top } from './top.ts';
import { COMPOSE_VERSION, version } from './version.ts';
import { down, rm } from './down.ts';
import { exec } from './exec.ts';
import { kill, pause, restart, start, stop, unpause } from './lifecycle.ts';
import { logs } from './logs.ts';
import { checkProject, PROJECT_FLAGS } from './project.ts';
import { ps } from './ps.ts';
import { scale, up } from './up.ts';

const SOURCES =
  'the drill runs the sources and the programs of this machine, not images; leave the step out of the drill';

/** Docker Compose v2 under one of its names. Its messages: docker/compose. */
export const composeProgram = (name: 'docker compose' | 'docker-compose'): Program => ({
  name,
  globals: {
    ...PROJECT_FLAGS,
    'all-resources': bool(),
    ansi: text(),
    compatibility: bool(),
    'dry-run': absent('leave the flag out: the drill is the dry run'),
    'env-file': list(),
    'no-ansi': bool(),
    parallel: int(),
    profile: list(),
    progress: text(),
    verbose: bool(),
    version: bool('v'),
  },
  verbs: [
    up,
    down,
    start,
    restart,
    stop,
    ps,
    logs,
    kill,
    rm,
    exec,
    pause,
    unpause,
    scale,
    config,
    cp,
    images,
    ls,
    port,
    stats,
    top,
    version,
  ],
  absent: {
    attach: 'use logs -f',
    build: SOURCES,
    commit: SOURCES,
    create: 'use up -d',
    events: 'use ps or logs -f',
    export: SOURCES,
    publish: SOURCES,
    pull: SOURCES,
    push: SOURCES,
    run: 'use exec in a running service',
    volumes: 'use docker volume ls',
    wait: 'use ps or logs -f',
    watch: SOURCES,
  },
  wrongUsage: (message, typed, usage) =>
    `${message}\n\nUsage:  ${typed} ${usage}\n\nRun '${typed} --help' for more information`,
  // cobra, args.go.
  wrongArity: (_, { arity: { min, max } }, given) => {
    if (max === 0) return `accepts 0 arg(s), received ${given}`;
    if (max === min) return `accepts ${min} arg(s), received ${given}`;
    return given < min
      ? `requires at least ${min} arg(s), only received ${given}`
      : `accepts between ${min} and ${max} arg(s), received ${given}`;
  },
  unknownVerb: (typed) => `unknown docker command: "compose ${typed}"`,
  overview: ({ version: wanted }) => ({
    text:
      wanted === true
        ? `Docker Compose version v${COMPOSE_VERSION}`
        : `Usage:  ${name} [OPTIONS] COMMAND\n\nDefine and run multi-container applications with Docker`,
    exit: 0,
  }),
  prepare: (flags, call, supervisor) => checkProject(name, flags as never, call, supervisor),
  failure: daemonError,
});
