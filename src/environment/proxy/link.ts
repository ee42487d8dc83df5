import type { Socket } from 'node:net';
import type { Outlet } from './chunk.ts';
import { Stage } from './stage.ts';
import type { ActiveToxic } from './toxic.ts';

/**
 * One direction of a connection.
 *
 *     source ─> stage ─> stage ─> target
 */
export class Link {
  readonly #stages: Stage[] = [];
  readonly #target: Outlet;
  #first: Outlet;

  constructor(source: Socket, target: Outlet, toxics: readonly ActiveToxic[]) {
    this.#target = target;
    this.#first = target;
    for (const toxic of toxics) this.add(toxic);
    source.on('data', (data) => {
      const room = this.#first.accept({ data, at: performance.now() });
      if (room === undefined) return;
      source.pause();
      void room.then(() => source.resume());
    });
    source.once('end', () => this.#first.end());
    source.once('close', () => this.#first.end());
  }

  add(toxic: ActiveToxic): void {
    const stage = new Stage(toxic, this.#target, (gone) => this.#drop(gone));
    const last = this.#stages.at(-1);
    if (last === undefined) this.#first = stage;
    else last.outlet = stage;
    this.#stages.push(stage);
  }

  update(toxic: ActiveToxic): void {
    this.#stages.find((stage) => stage.toxic === toxic)?.update();
  }

  remove(toxic: ActiveToxic): void {
    this.#stages.find((stage) => stage.toxic === toxic)?.remove();
  }

  /** Both sockets are closed: ends the waits of the toxics. */
  release(): void {
    for (const stage of this.#stages) stage.remove();
  }

  #drop(stage: Stage): void {
    const index = this.#stages.indexOf(stage);
    const before = this.#stages[index - 1];
    if (before === undefined) this.#first = stage.outlet;
    else before.outlet = stage.outlet;
    this.#stages.splice(index, 1);
  }
}
