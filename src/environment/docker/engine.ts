import Dockerode from 'dockerode';
import type { ContainerRuntimeClient } from 'testcontainers';
import { HarnessError } from '../../core/errors.ts';
import { type NamedEngine, namedEngine } from './named-engine.ts';
import type { EngineAddress } from './socket/model.ts';

/** The engine as people have set it up: a context, `DOCKER_HOST`, the usual sockets, rootless, Podman's. */
export interface Engine {
  readonly docker: Dockerode;
  readonly client: ContainerRuntimeClient;
  /** Where its published ports are reached. */
  readonly host: string;
  readonly address: EngineAddress;
  /** What a `docker` client of the same engine needs in `DOCKER_HOST`; nothing where the user's own settings lead to it. */
  readonly dockerHost: string | undefined;
}

/** @throws HarnessError with what the engine, or the system, said */
export const connectEngine = async (): Promise<Engine> => {
  const [{ getContainerRuntimeClient }, named] = await Promise.all([import('testcontainers'), namedEngine()]);
  if (named !== undefined) {
    // testcontainers knows no contexts, and no other way to be told.
    process.env['DOCKER_HOST'] = named.host;
    // Where that one does not answer, it would go on to others, and remember what it has found.
    const silence = await askEngine();
    if (silence !== undefined) throw unreachable(named, silence);
  }
  const client = await getContainerRuntimeClient().catch(() => undefined);
  if (client === undefined) throw unreachable(named, await askEngine());
  // Its own type shows only what testcontainers needs of it.
  const { dockerode: docker } = client.container as unknown as { readonly dockerode: Dockerode };
  const { socketPath, host: name = '', port = 0 } = docker.modem as DockerModem;
  if (named !== undefined && !isAt(named.host, socketPath ?? name)) throw unreachable(named, undefined);
  await refusePodman(docker);
  return {
    docker,
    client,
    host: client.info.containerRuntime.host,
    address: socketPath === undefined ? { host: name, port: Number(port) } : { path: socketPath },
    dockerHost: socketPath === undefined ? undefined : `unix://${socketPath}`,
  };
};

/** It passes over links silently: the services would reach their stores past the proxy, and no network fault would be one. */
const refusePodman = async (docker: Dockerode): Promise<void> => {
  const { Components: parts } = await asked('cannot ask the engine who it is', docker.version());
  if (!parts?.some(({ Name }) => /podman/i.test(Name))) return;
  throw new HarnessError('no-engine', 'the engine is Podman, which has no links between containers', {
    hint: 'choose a Docker engine (DOCKER_HOST, docker context use); or run it with --backend sandbox',
  });
};

/** Where it connects to. */
interface DockerModem {
  readonly socketPath?: string;
  readonly host?: string;
  readonly port?: number | string;
}

const isAt = (url: string, place: string): boolean => {
  const { hostname, pathname } = new URL(url);
  return (hostname || pathname) === place;
};

/** @returns what is said instead of an answer: testcontainers keeps that to itself */
const askEngine = (): Promise<NodeJS.ErrnoException | undefined> =>
  new Dockerode().ping().then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error,
  );

const unreachable = (
  named: NamedEngine | undefined,
  silence: NodeJS.ErrnoException | undefined,
): HarnessError => {
  const { code, message } = silence ?? { message: 'it answers, but not to what Drillbook asks' };
  const which = named === undefined ? '' : ` at ${named.host} (${named.by})`;
  return new HarnessError('no-engine', `the Docker engine${which} does not answer: ${message}`, {
    hint: hintForSilence(code, named),
  });
};

const hintForSilence = (code: string | undefined, named: NamedEngine | undefined): string => {
  if (code === 'EACCES')
    return 'sudo usermod -aG docker $USER, and log in again; or run it with --backend sandbox';
  if (named !== undefined)
    return `start it, or choose another: ${named.by}; or run it with --backend sandbox`;
  return 'start it (sudo systemctl start docker), or set DOCKER_HOST; or run it with --backend sandbox';
};

/**
 * What the engine was asked for.
 * @throws HarnessError in the engine's own words
 */
export const asked = async <T>(what: string, answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    throw engineError(what, error);
  }
};

const engineError = (what: string, error: unknown): HarnessError => {
  const { code, message } = error as NodeJS.ErrnoException;
  const words = wordsOf(error);
  if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET' || code === 'EPIPE') {
    return new HarnessError('engine-gone', `the Docker engine has gone (${message}): ${what}`, {
      hint: 'docker info, and the log of the engine: journalctl -u docker',
      cause: error,
    });
  }
  return new HarnessError('engine-refused', `${what}: ${words}`, { hint: hintFor(words), cause: error });
};

/** The message in the body of the engine's answer. */
export const wordsOf = (error: unknown): string => {
  const { json, message } = error as Error & { readonly json?: { readonly message?: string } | null };
  return json?.message ?? message.replace(/^\(HTTP code \d+\) [a-z ]+ - /, '').trim();
};

const hintFor = (words: string): string => {
  if (/no space left on device/i.test(words))
    return 'the engine’s disk is full: docker system df shows by what';
  if (/no such image|not found: manifest|pull access denied/i.test(words)) return 'docker pull it first';
  return 'docker info, and the log of the engine: journalctl -u docker';
};

/** The engine has no such thing (any more), or it is as wanted already. */
export const isHarmless = (error: unknown): boolean => isUnchanged(error) || isUnknown(error);

/** The engine has no such thing. */
export const isUnknown = (error: unknown): boolean => statusOf(error) === 404;

/** It is so already. */
export const isUnchanged = (error: unknown): boolean => statusOf(error) === 304;

const statusOf = (error: unknown): number | undefined =>
  (error as { readonly statusCode?: number }).statusCode;
