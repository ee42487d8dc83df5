import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Engine, asked } from './engine.ts';
import { RUN_LABEL } from './socket/names.ts';

const ACTIONS = [
  'create',
  'start',
  'die',
  'oom',
  'pause',
  'unpause',
  'kill',
  'stop',
  'restart',
  'health_status',
];

/** Something that happened to a container, as the engine tells it. */
export interface ContainerEvent {
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What happens to a run's containers, from now on. */
export interface Events {
  /** Resolves when the engine tells no more: it was closed, or the engine has ended. */
  readonly ended: Promise<void>;
  close(): void;
}

/** @param onEvent is called for one event after the other: the next when it has resolved */
export const followEvents = async (
  { docker }: Engine,
  run: string,
  onEvent: (event: ContainerEvent) => Promise<void>,
): Promise<Events> => {
  const filters = { type: ['container' as const], label: [`${RUN_LABEL}=${run}`], event: ACTIONS };
  const stream = (await asked('cannot follow what happens', docker.getEvents({ filters }))) as Readable;
  let handled = Promise.resolve();
  const lines = createInterface(stream);
  // What it was follows from the stream's end.
  lines.on('error', () => {});
  lines.on('line', (line) => {
    const { Action: action, Actor: actor } = JSON.parse(line) as EngineEvent;
    const event = { action, id: actor.ID, attributes: actor.Attributes };
    handled = handled.then(() => onEvent(event)).catch(() => {});
  });
  stream.on('error', () => {});
  return {
    // Not `once`, which fails for an error, as an engine's end is.
    ended: new Promise((resolve) => stream.on('close', () => resolve())),
    close: () => void stream.destroy(),
  };
};

interface EngineEvent {
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes: Readonly<Record<string, string>> };
}
