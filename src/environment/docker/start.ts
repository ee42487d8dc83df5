import type { Service, System } from '../../compose/model.ts';
import { storeOf } from '../../compose/store.ts';
import { HarnessError } from '../../core/errors.ts';
import { unlessAborted } from '../../core/on-abort.ts';
import { removeFolder } from '../../core/remove-folder.ts';
import type { OperatorProgram, StartOptions, StartedEnvironment } from '../model.ts';
import { faketimeArchive } from './clock.ts';
import { configHashes } from './config-hashes.ts';
import { type Engine, asked, connectEngine } from './engine.ts';
import { type Events, followEvents } from './events.ts';
import { type Front, startFront } from './front.ts';
import {
  type Image,
  NODE_IMAGE,
  OPERATOR_IMAGE,
  ensureImage,
  ensureOperatorImage,
  ensureServiceImage,
  imageOf,
} from './images.ts';
import { removeDead, removeRun } from './leftovers.ts';
import { Links, frontCount, linksOf } from './links.ts';
import { makeNetworks } from './networks.ts';
import { openOperatorSocket } from './operator-socket.ts';
import { startOperator } from './operator.ts';
import { bringProgram } from './programs.ts';
import { type Reaper, startReaper } from './reaper.ts';
import { type Run, newRun } from './run.ts';
import { makeScratch, removeDeadScratch } from './scratch.ts';
import { ServiceContainer } from './service-container.ts';
import { Services } from './services.ts';
import { type SharedFolder, makeSharedFolders } from './shared-files.ts';
import type { ScopedSocket } from './socket/model.ts';
import { StartedDocker } from './started.ts';
import { makeVolumes, sizedVolumes } from './volumes.ts';

/** Starts a system as containers. Whatever goes wrong, nothing of it is left. */
export const startDocker = async (system: System, options: StartOptions): Promise<StartedEnvironment> => {
  options.signal.throwIfAborted();
  const engine = await connectEngine();
  await removeDeadScratch();
  await asked('cannot look for what dead runs left', removeDead(engine.docker));
  const start = new Start(engine, system, options);
  try {
    return await start.through();
  } catch (error) {
    // What cannot be removed now, the reaper removes; what went wrong first must be told.
    await start.end().catch(() => {});
    options.signal.throwIfAborted();
    throw error;
  }
};

/**
 *     events ── networks, volumes, layers of files ─┬─> front, which holds the volumes ─┬─> operator
 *                                                  │                                   ├─> links ──> services
 *     images, the operator's hashes ───────────────┤                                   └─> stores with files of the machine's
 *                                                  └─> stores
 */
class Start {
  readonly #engine: Engine;
  readonly #system: System;
  readonly #run: Run;
  readonly #services: Services;
  readonly #over = new AbortController();
  readonly #signal: AbortSignal;
  /** All that is under way: nothing may be created after the removal. */
  readonly #steps: Promise<unknown>[] = [];
  readonly #images = new Map<string, Image>();
  #hashes: ReadonlyMap<string, string> = new Map();
  /** Aborted when the engine tells no more. */
  readonly #gone = new AbortController();
  #shared: readonly SharedFolder[] = [];
  #events: Events | undefined;
  #reaper: Reaper | undefined;
  readonly #movableClocks: readonly string[];
  readonly #programs: ReadonlySet<OperatorProgram>;
  readonly #operatorImage: string;
  #faketime: Buffer | undefined;
  #folder = '';
  #socket: ScopedSocket | undefined;
  readonly #onRefused: NonNullable<StartOptions['onRefused']>;

  constructor(
    engine: Engine,
    system: System,
    {
      signal,
      onService,
      onRefused = () => {},
      movableClocks = [],
      programs = [],
      operatorImage = OPERATOR_IMAGE,
    }: StartOptions,
  ) {
    this.#engine = engine;
    this.#system = system;
    this.#run = newRun(system);
    this.#onRefused = onRefused;
    this.#movableClocks = movableClocks;
    this.#programs = new Set(programs);
    this.#operatorImage = operatorImage;
    this.#signal = AbortSignal.any([signal, this.#over.signal, this.#gone.signal]);
    this.#services = new Services({
      engine,
      run: this.#run,
      system,
      onService,
      launch: (service, replica, volumes) => this.#launch(service, replica, volumes),
      gone: this.#gone.signal,
    });
  }

  async through(): Promise<StartedEnvironment> {
    this.#folder = await makeScratch();
    this.#reaper = startReaper(this.#run.id, this.#folder);
    const images = this.#step(() => this.#getImages());
    const looks = this.#step(() => this.#lookIntoOperator());
    const made = this.#step(async () => {
      await Promise.all([ensureImage(this.#engine, NODE_IMAGE), this.#followEvents()]);
      await this.#make();
    });
    const fronts = this.#step(async () => {
      await made;
      return this.#startFronts();
    });
    const links = this.#step(async () => this.#openLinks(await fronts));
    const operator = this.#step(async () => {
      await Promise.all([images, looks]);
      return this.#startOperator(await fronts);
    });
    const services = this.#step(() =>
      this.#services.start(async (service) => {
        await Promise.all([images, looks, made]);
        if (service.mounts.some(({ type }) => type === 'bind')) await fronts;
        if (storeOf(service) === undefined) await links;
      }, this.#signal),
    );
    const all = Promise.all([fronts, links, operator, services]);
    const [[front], network, operatorId] = await unlessAborted(all, this.#signal);
    const { relay } = front as Front;
    const parts = {
      engine: this.#engine,
      system: this.#system,
      services: this.#services,
      movableClocks: this.#movableClocks,
    };
    return new StartedDocker({ ...parts, network, relay, operator: operatorId }, () => this.end());
  }

  /** Removes everything, after what is under way has come to its end. */
  async end(): Promise<void> {
    this.#over.abort(new HarnessError('environment-ended', 'the drill is over'));
    await Promise.all(this.#steps);
    await this.#services.release();
    this.#events?.close();
    await this.#socket?.[Symbol.asyncDispose]();
    await asked('cannot remove the drill’s containers', removeRun(this.#engine.docker, this.#run.id));
    await removeFolder(this.#folder);
    this.#reaper?.dismiss();
  }

  #step<T>(step: () => Promise<T>): Promise<T> {
    const under = step();
    this.#steps.push(under.catch(() => {}));
    return under;
  }

  async #getImages(): Promise<void> {
    const images = this.#system.services.map(async (service) => {
      this.#images.set(service.name, await this.#imageOf(service));
    });
    await unlessAborted(Promise.all(images), this.#signal);
  }

  async #lookIntoOperator(): Promise<void> {
    const engine = this.#engine;
    await unlessAborted(ensureOperatorImage(engine, this.#signal), this.#signal);
    this.#hashes = await configHashes(engine, this.#system);
    if (this.#movableClocks.length > 0) this.#faketime = await faketimeArchive(engine, this.#run);
  }

  async #imageOf(service: Service): Promise<Image> {
    return imageOf(this.#engine, await ensureServiceImage(this.#engine, this.#system, service, this.#signal));
  }

  async #followEvents(): Promise<void> {
    const events = await followEvents(this.#engine, this.#run.id, (event) => this.#services.handle(event));
    this.#events = events;
    void events.ended.then(() =>
      this.#gone.abort(
        new HarnessError('engine-gone', 'the Docker engine has ended', {
          hint: 'drillbook clean, once it is back',
        }),
      ),
    );
  }

  async #make(): Promise<void> {
    this.#signal.throwIfAborted();
    const [engine, run, system] = [this.#engine, this.#run, this.#system];
    [this.#shared] = await Promise.all([
      makeSharedFolders(engine, run, system),
      makeVolumes(engine, run, system),
      makeNetworks(engine, run, system),
    ]);
  }

  #startFronts(): Promise<readonly Front[]> {
    this.#signal.throwIfAborted();
    const volumes = [...this.#shared.map(({ volume }) => volume), ...sizedVolumes(this.#run, this.#system)];
    const count = frontCount(linksOf(this.#system));
    return Promise.all(
      Array.from({ length: count }, (_, index) =>
        startFront(this.#engine, this.#run, this.#system, index, index === 0 ? volumes : []),
      ),
    );
  }

  async #openLinks(fronts: readonly Front[]): Promise<Links> {
    await Promise.all(fronts.map(({ answers }) => answers));
    this.#services.reachBy((fronts[0] as Front).relay);
    const upstream = (name: string): string => this.#services.hostOf(this.#services.container(name));
    return Links.open(fronts, this.#system, ({ name }) => upstream(name));
  }

  async #startOperator([front]: readonly Front[]): Promise<string> {
    this.#signal.throwIfAborted();
    this.#socket = await openOperatorSocket({
      engine: this.#engine,
      run: this.#run,
      system: this.#system,
      folder: this.#folder,
      imageOf: ({ name }) => this.#images.get(name)?.name ?? '',
      shared: this.#shared,
      front: front as Front,
      onRefused: this.#onRefused,
    });
    const operator = await startOperator({
      run: this.#run,
      system: this.#system,
      image: this.#operatorImage,
      front: front as Front,
      shared: this.#shared,
      socket: this.#socket.path,
    });
    const bring = [...this.#programs].map((name) => bringProgram(this.#engine, this.#run, operator, name));
    await unlessAborted(Promise.all(bring), this.#signal);
    return operator;
  }

  async #launch(service: Service, replica: number, volumes: readonly string[]): Promise<void> {
    this.#signal.throwIfAborted();
    const isDeclared = this.#system.services.includes(service);
    const container = new ServiceContainer({
      engine: this.#engine,
      run: this.#run,
      system: this.#system,
      service,
      replica,
      // Compose must see that this is not what the file says.
      configHash: isDeclared ? (this.#hashes.get(service.name) ?? 'unknown') : 'changed',
      image: (isDeclared && this.#images.get(service.name)) || (await this.#imageOf(service)),
      shared: this.#shared,
      volumes,
      ...(this.#movableClocks.includes(service.name) && this.#faketime && { faketime: this.#faketime }),
    });
    await asked(`service ${service.name} cannot be started`, container.start());
    this.#socket?.forget();
  }
}
