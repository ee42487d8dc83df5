import type { Healthcheck } from '../../compose/model.ts';
import type { ExecOptions, ExecResult } from '../model.ts';
import { watchHealth } from '../health.ts';
import { untilOpen } from './container-health.ts';

/** A check costs the engine about 50 ms of a core: less often than where it is cheap. In ms. */
const QUICKEST_CHECK = 100;
const CHECK_WITHOUT_SIGN = 1000;

export interface FirstHealthOptions {
  readonly exec: (argv: readonly string[], options: ExecOptions) => Promise<ExecResult>;
  /** Resolves when a port of the container's is open. @throws the connection's error */
  readonly opens: (port: number, signal: AbortSignal) => Promise<void>;
  readonly onHealthy: () => void;
  /** Nobody asks for it any more. */
  readonly over: AbortSignal;
}

/**
 * Sees sooner than the engine that a container has become healthy. The engine checks after each interval, the first time when one has
 * passed; a service that is ready sooner is known to be sooner by the same check done here. An open port is a sign of it that costs
 * nothing. An engine that checks as often by itself needs no help: two checks side by side only make the start slower.
 */
export class FirstHealth {
  readonly #options: FirstHealthOptions;
  #known = new AbortController();

  constructor(options: FirstHealthOptions) {
    this.#options = options;
  }

  /** Ends the checks. */
  know(): void {
    this.#known.abort();
  }

  /** @param ports those that the container says it listens on */
  watch(check: Healthcheck, ports: readonly number[]): void {
    this.know();
    if (check.interval < CHECK_WITHOUT_SIGN) return;
    this.#known = new AbortController();
    const { exec, opens, onHealthy, over } = this.#options;
    const signal = AbortSignal.any([this.#known.signal, over]);
    void watchHealth({
      check,
      quickest: QUICKEST_CHECK,
      withoutSign: CHECK_WITHOUT_SIGN,
      exec: (argv, timeoutMs) => exec(argv, { timeoutMs, signal }),
      onChange: (health) => {
        if (health === 'healthy') onHealthy();
      },
      signal,
      ...(ports.length > 0 && {
        sign: (ended: AbortSignal) => untilOpen(ports, (port) => opens(port, ended), ended),
      }),
    });
  }
}
