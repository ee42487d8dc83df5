import { formatDuration } from '../core/duration.ts';
import type { DrillEvent } from '../core/event.ts';
import type { Style } from './style.ts';

/** What a drill is doing now, for a line that is drawn again and again. */
export class Status {
  #phase = '';
  #since = 0;
  #at = 0;
  /** The last sample of each probe. */
  readonly #probes = new Map<string, boolean>();

  follow(event: DrillEvent): void {
    this.#at = event.at;
    if (event.type === 'phase') {
      this.#phase = event.arm === 'control' ? `control, ${event.phase}` : event.phase;
      this.#since = event.at;
      if (event.phase === 'prepare') this.#probes.clear();
    }
    if (event.type === 'sample') this.#probes.set(event.probe, event.ok);
  }

  /** `recover … 2.4 s  ●●●` */
  text(style: Style): string {
    const marks = [...this.#probes.values()].map((ok) => (ok ? style.good('●') : style.bad('●'))).join('');
    return `${style.faint(`${this.#phase} … ${formatDuration(this.#at - this.#since)}`)}  ${marks}`;
  }
}
