import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { System } from '../../src/compose/model.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';

interface Call {
  readonly id: number;
  /** `['network', 'addToxic']`. */
  readonly path: readonly string[];
  readonly args: readonly unknown[];
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly message: string; readonly code?: string };
}

/** Lets a child process use an environment of this one: its calls come over the child's channel, and sockets go back beside. */
export const lend = (environment: StartedEnvironment, child: ChildProcess): void => {
  child.on('message', (message) => {
    const { id, path, args } = message as Call;
    if (path === undefined) return;
    const answer = (reply: Omit<Answer, 'id'>, socket?: Socket): void => {
      if (child.connected) child.send({ id, ...reply }, socket, {}, () => {});
    };
    resolve(
      environment,
      path,
    )(...args).then(
      (value) => (value instanceof Socket ? answer({}, value) : answer({ value })),
      ({ message: text, code }: NodeJS.ErrnoException) =>
        answer({ error: { message: text, ...(code !== undefined && { code }) } }),
    );
  });
};

const resolve = (
  environment: StartedEnvironment,
  path: readonly string[],
): ((...args: readonly unknown[]) => Promise<unknown>) => {
  const [method = '', owner] = path.toReversed();
  const of = owner === undefined ? environment : environment.network;
  const found = of[method as keyof typeof of] as unknown as (...args: readonly unknown[]) => Promise<unknown>;
  return (...args) => found.call(of, ...args);
};

/** In the child: the environment that the parent lends. Signals do not reach it. */
export const borrow = (system: System): StartedEnvironment => {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  process.on('message', (message, socket) => {
    const { id, value, error } = message as Answer;
    const call = open.get(id);
    open.delete(id);
    if (error === undefined) call?.resolve(socket ?? value);
    else call?.reject(Object.assign(new Error(error.message), error));
  });
  let last = 0;
  const methods = (path: readonly string[]): object =>
    new Proxy(() => {}, {
      get: (_, key) => (path.length === 0 && key === 'system' ? system : methods([...path, String(key)])),
      apply: (_, __, args: readonly unknown[]) =>
        new Promise((done, reject) => {
          last += 1;
          open.set(last, { resolve: done, reject });
          process.send?.({ id: last, path, args: args.filter((arg) => !(arg instanceof AbortSignal)) });
        }),
    });
  return methods([]) as StartedEnvironment;
};
