import { once } from 'node:events';
import { z } from 'zod';
import type { System } from '../compose/model.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { HarnessError } from '../core/errors.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { name } from './fields.ts';
import { knock } from './knock.ts';
import { defineFault, type Evidence, type Fault } from './model.ts';

const schema = z
  .strictObject({
    'port-conflict': name.describe('The service whose published port is taken.'),
    port: z.int().min(1).max(65_535).optional().describe('Which one, on the host. Default: its first.'),
  })
  .describe('Another program on the host has a service’s published port.');

type PortConflict = z.infer<typeof schema>;

const MARK = 'drillbook-squatter';

/** Finds it, and not the shell that looks for it. */
const PATTERN = `[${MARK[0]}]${MARK.slice(1)}`;

/** Ends only when it is gone (or after five seconds): its port is free then. Ends with 1 where there was none. */
const END = `pids=$(pgrep -f "$1") || exit 1
kill -KILL $pids
left=500
for pid in $pids; do while kill -0 "$pid" 2>/dev/null && [ $left -gt 0 ]; do sleep 0.01; left=$((left - 1)); done; done; :`;

/** Takes connections, and says nothing. */
const SQUAT = `require('node:net').createServer((socket) => socket.on('error', () => {}))
  .listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'))`;

/** A published port is taken by another program. Cured by ending that, and starting the service again. */
export const portConflict = defineFault<PortConflict>({
  kind: 'port-conflict',
  schema,
  describe: (spec) =>
    `take ${spec.port === undefined ? 'the port' : `port ${spec.port}`} of ${spec['port-conflict']}`,
  targets: (spec) => [spec['port-conflict']],
  needs: () => ['process-control', 'host-ports'],
  validate: (spec, system) =>
    portsOf(spec, system) === undefined
      ? [`${spec['port-conflict']} publishes ${spec.port === undefined ? 'no port' : `no port ${spec.port}`}`]
      : [],
  open: (spec, { environment }) => new Squatter(spec, environment),
});

class Squatter implements Fault {
  readonly #service: string;
  readonly #ports: Ports;
  readonly #environment: StartedEnvironment;

  constructor(spec: PortConflict, environment: StartedEnvironment) {
    this.#service = spec['port-conflict'];
    this.#ports = portsOf(spec, environment.system) ?? { published: 0, target: 0 };
    this.#environment = environment;
  }

  /** While the service is down, its port is free. */
  async inject(): Promise<void> {
    await this.#environment.control(this.#service, 'stop', 'fault');
    const argv = [process.execPath, '-e', SQUAT, MARK, `${this.#ports.published}`];
    const squatter = this.#environment.operator(argv);
    const ended = once(squatter, 'close').then(() => false);
    const listens = squatter.stdout && once(squatter.stdout, 'data').then(() => true);
    if (!(await Promise.race([listens, ended])))
      throw new HarnessError('port-not-taken', `port ${this.#ports.published} could not be taken`);
    await this.#environment.control(this.#service, 'start', 'fault');
  }

  async evidence(): Promise<Evidence> {
    const { published, target } = this.#ports;
    const [outside, inside] = await Promise.all([
      knock(this.#environment, 'localhost', published),
      knock(this.#environment, this.#service, target),
    ]);
    return {
      seen: outside !== 'answers' && inside === 'answers',
      what: `localhost:${published} ${outside}, port ${target} of ${this.#service} ${inside}`,
    };
  }

  /** The service took its place without the port: it gets it when it is started once more. */
  async heal(): Promise<void> {
    const killer = this.#environment.operator(['sh', '-c', END, 'sh', PATTERN]);
    const [code] = (await once(killer, 'close')) as [number | null];
    const outside = await knock(this.#environment, 'localhost', this.#ports.published);
    if (code === 0 || outside !== 'answers')
      await this.#environment.control(this.#service, 'restart', 'heal');
  }
}

interface Ports {
  readonly published: number;
  readonly target: number;
}

const portsOf = ({ 'port-conflict': service, port }: PortConflict, system: System): Ports | undefined =>
  serviceNamed(system, service).ports.find(
    (one): one is typeof one & Ports =>
      one.protocol === 'tcp' && one.published !== undefined && (port === undefined || one.published === port),
  );
