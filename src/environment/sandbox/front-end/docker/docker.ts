import { absent, bool, text } from '../flags.ts';
import { frontEnd, type Program } from '../program.ts';
import { composeProgram } from '../compose/compose.ts';
import { ABSENT, OTHER_ENGINE } from './absent.ts';
import { info } from './info.ts';
import { DOCKER_VERSION, version } from './version.ts';
import { cp } from './cp.ts';
import { images } from './images.ts';
import { networkLs } from './network-ls.ts';
import { systemDf } from './system-df.ts';
import { volumeLs } from './volume-ls.ts';
import { volumeCreate, volumeRm } from './volume-rm.ts';
import { port } from './port.ts';
import { builderPrune, containerPrune, imagePrune, networkPrune, systemPrune, volumePrune } from './prune.ts';
import { stats } from './stats.ts';
import { top } from './top.ts';
import { daemonError } from './container.ts';
import { exec } from './exec.ts';
import { containerInspect, inspect, networkInspect, volumeInspect } from './inspect.ts';
import { kill, pause, restart, rm, start, stop, unpause } from './lifecycle.ts';
import { logs } from './logs.ts';
import { ps } from './ps.ts';

/** `docker`, as Docker 28 answers. Its messages: docker/cli, moby/moby. */
const program: Program = {
  name: 'docker',
  globals: {
    config: text(),
    context: absent(OTHER_ENGINE, 'c'),
    debug: bool('D'),
    host: absent(OTHER_ENGINE, 'H'),
    'log-level': text('l'),
    tls: bool(),
    version: bool('v'),
  },
  verbs: [
    ps,
    logs,
    exec,
    restart,
    stop,
    start,
    kill,
    pause,
    unpause,
    rm,
    inspect,
    containerInspect,
    stats,
    top,
    port,
    cp,
    containerPrune,
    systemPrune,
    volumePrune,
    imagePrune,
    networkPrune,
    builderPrune,
    images,
    volumeLs,
    volumeRm,
    volumeCreate,
    networkLs,
    systemDf,
    volumeInspect,
    networkInspect,
    version,
    info,
  ],
  delegates: { compose: composeProgram('docker compose') },
  absent: ABSENT,
  wrongUsage: (message, name, usage) =>
    `${message}\n\nUsage:  ${name} ${usage}\n\nRun '${name} --help' for more information`,
  // docker/cli cli/required.go.
  wrongArity: (name, { arity: { min, max }, usage }) => {
    const help = max === Infinity && min > 0 ? 'See' : 'Run';
    return `docker: '${name}' ${requirement(min, max)}\n\nUsage:  ${name} ${usage}\n\n${help} '${name} --help' for more information`;
  },
  unknownVerb: (typed, group) =>
    `docker: unknown command: docker ${typed}\n\n` +
    (group === undefined ? '' : `Usage:  docker ${group}\n\n`) +
    `Run 'docker ${group === undefined ? '' : `${group} `}--help' for more information`,
  overview: ({ version: wanted }) => ({
    text:
      wanted === true
        ? `Docker version ${DOCKER_VERSION}, build drillbook`
        : 'Usage:  docker [OPTIONS] COMMAND',
    exit: 0,
  }),
  failure: daemonError,
};

const plural = (count: number): string => `${count} argument${count === 1 ? '' : 's'}`;

const requirement = (min: number, max: number): string => {
  if (max === 0) return 'accepts no arguments';
  if (min === max) return `requires ${plural(min)}`;
  if (max === Infinity) return `requires at least ${plural(min)}`;
  return `requires at least ${min} and at most ${plural(max)}`;
};

export const docker = frontEnd(program);
