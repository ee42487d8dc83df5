import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service, System } from '../../src/compose/model.ts';
import type {
  Backend,
  ControlAction,
  ServiceChange,
  StartedEnvironment,
  StartOptions,
} from '../../src/environment/model.ts';
import { defineProbe } from '../../src/probe/model.ts';
import { z } from 'zod';
import { freePort } from './free-port.ts';

/**
 * One service, `web`: a TCP server in this process that says `ok` to whoever connects. It can be stopped and started, by a
 * fault or by what is typed in the operator's place: `ctl restart web`.
 */
export class ToyWeb {
  /** When it last went down and came up, by `performance.now()`. */
  downAt = 0;
  upAt = 0;
  /** Whether `start` and `restart` do anything. */
  curable = true;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #port = 0;

  constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {}).on('close', () => this.#sockets.delete(socket));
      socket.write('ok\n');
    });
  }

  get port(): number {
    return this.#port;
  }

  get running(): boolean {
    return this.#server.listening;
  }

  async up(): Promise<void> {
    if (this.running) return;
    // Its own also while it is down.
    this.#port ||= await freePort();
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.upAt = performance.now();
  }

  down(): void {
    if (!this.running) return;
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    this.downAt = performance.now();
  }
}

/** Asks `web` for its `ok`. */
export const toyProbe = defineProbe({
  kind: 'toy',
  schema: z.unknown(),
  open: (_, environment) => ({
    sample: async (signal) => {
      const socket = await environment.dial('web', 80, signal);
      try {
        const [answer] = (await once(socket, 'data', { signal })) as [Buffer];
        return answer.toString().trim();
      } finally {
        socket.destroy();
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }),
});

const service: Service = {
  name: 'web',
  location: { file: 'compose.yaml', line: 1, column: 1 },
  containerName: 'toy-web',
  environment: { WEB_PASSWORD: 'not-for-the-journal' },
  ports: [],
  expose: [80],
  dependsOn: [],
  mounts: [],
  networks: [{ network: 'default', aliases: [] }],
  restart: { name: 'no' },
  stopGraceMs: 1000,
  replicas: 1,
};

export const toySystem: System = {
  file: 'compose.yaml',
  project: 'toy',
  services: [service],
  volumes: [],
  networks: [{ key: 'default', name: 'toy_default' }],
  surroundings: {},
};

/** A backend whose environments are toys; `started` are those that it has started, `live` those not yet disposed of. */
export class ToyBackend implements Backend {
  readonly name = 'sandbox';
  readonly capabilities = new Set(['process-control'] as const);
  readonly brings = new Set([]);
  readonly started: ToyWeb[] = [];
  live = 0;
  /** Called with each `web` before it is started. */
  prepare: (web: ToyWeb) => void = () => {};

  validate = (): readonly [] => [];
  missing = (): Promise<readonly []> => Promise.resolve([]);
  tools = (): Promise<ReadonlySet<string>> => Promise.resolve(new Set(['ctl']));

  async start(system: System, options: StartOptions): Promise<StartedEnvironment> {
    const web = new ToyWeb();
    this.prepare(web);
    this.started.push(web);
    this.live += 1;
    await web.up();
    options.onService({ service: 'web', state: 'running' });
    return toyEnvironment(system, web, options.onService, () => {
      this.live -= 1;
    });
  }
}

const DOWN: ReadonlySet<ControlAction> = new Set(['kill', 'crash', 'stop']);

const toyEnvironment = async (
  system: System,
  web: ToyWeb,
  onService: (change: ServiceChange) => void,
  onEnd: () => void,
): Promise<StartedEnvironment> => {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-toy-'));
  const control = async (name: string, action: ControlAction, cause: string): Promise<void> => {
    if (DOWN.has(action) || action === 'restart') {
      web.down();
      onService({ service: name, state: 'exited', cause });
    }
    if (!DOWN.has(action) && web.curable) {
      await web.up();
      onService({ service: name, state: 'running', cause });
    }
  };
  const typed = await typedControl(folder, control);
  return {
    system,
    backend: 'sandbox',
    status: () =>
      Promise.resolve({ state: web.running ? 'running' : 'exited', oomKilled: false, restarts: 0 }),
    logs: () => Promise.resolve(''),
    exec: () => Promise.resolve({ exitCode: 0, stdout: '', stderr: '' }),
    runBeside: () => Promise.resolve({ exitCode: 0, stdout: '', stderr: '' }),
    recreate: () => Promise.resolve(),
    control,
    dial: async (_host, _port, signal) => {
      const socket = connect(web.port, '127.0.0.1').on('error', () => {});
      await once(socket, 'connect', signal === undefined ? {} : { signal });
      return socket;
    },
    operator: ([program = '', ...args], options = {}) =>
      spawn(program, args, {
        cwd: folder,
        env: { ...process.env, PATH: `${folder}:${process.env['PATH']}`, ...options.env },
      }),
    network: {
      links: [],
      dial: () => Promise.reject(new Error('there are no links')),
      addToxic: () => Promise.resolve(),
      removeToxic: () => Promise.resolve(),
      setEnabled: () => Promise.resolve(),
      setNamed: () => Promise.resolve(),
    },
    moveClock: () => Promise.resolve(),
    [Symbol.asyncDispose]: async () => {
      web.curable = true;
      web.down();
      typed.close();
      rmSync(folder, { recursive: true, force: true });
      onEnd();
    },
  };
};

/** Puts a program `ctl` into the folder: `ctl restart web`. */
const typedControl = async (
  folder: string,
  control: (name: string, action: ControlAction, cause: string) => Promise<void>,
): Promise<Server> => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (line) => {
      const [action, name = ''] = line.toString().trim().split(' ');
      void control(name, action as ControlAction, `ctl ${line.toString().trim()}`).then(() =>
        socket.end('done\n'),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const script = `#!/bin/bash\nexec 3<>/dev/tcp/127.0.0.1/${port}\necho "$*" >&3\ncat <&3\n`;
  writeFileSync(join(folder, 'ctl'), script, { mode: 0o755 });
  return server;
};
