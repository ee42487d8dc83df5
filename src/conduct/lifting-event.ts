import type { ServiceChange } from '../environment/model.ts';

/** What lifts a fault by the drill (`restart redis`), told from what happens to the services since the fault is in. */
export class LiftingEvent {
  readonly #action: string;
  readonly #service: string | undefined;
  #isDown = false;

  constructor(event: string) {
    [this.#action = '', this.#service] = event.trim().split(/\s+/);
  }

  /** Whether it has come with this change: the service is up, and that was done to it. It is restarted, too, when it is stopped and started, or made anew. */
  comesWith({ service, state, cause = '' }: ServiceChange): boolean {
    if (service !== this.#service) return false;
    if (DOWN.has(state)) this.#isDown = true;
    if (!UP.has(state)) return false;
    const wasDown = this.#isDown;
    this.#isDown = false;
    if (cause.split(/\s+/).includes(this.#action)) return true;
    return this.#action === 'restart' && wasDown && cause !== BY_FAULT;
  }
}

const DOWN: ReadonlySet<ServiceChange['state']> = new Set(['created', 'restarting', 'exited']);
const UP: ReadonlySet<ServiceChange['state']> = new Set(['running', 'starting', 'healthy']);

/** The cause of what a fault does to its own service. */
const BY_FAULT = 'fault';
