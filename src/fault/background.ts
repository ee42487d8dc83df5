import type { StartedEnvironment } from '../environment/model.ts';
import { outputOf, script } from './in-service.ts';
import { isUp } from './is-up.ts';

const START = '( sh -c "$@" </dev/null >/dev/null 2>&1 & )';

/** Not by `pgrep`, which not every image has; the mark comes by the environment, so that the search does not find itself. */
const FIND =
  'for p in /proc/[0-9]*; do tr "\\0" "\\n" <"$p/cmdline" 2>/dev/null | grep -qxF "$MARK" && echo "${p#/proc/}"; done; :';

/** Processes that a fault leaves running in a service, known by a word of their command line. */
export class Background {
  readonly #environment: StartedEnvironment;
  readonly #service: string;
  readonly #mark: string;

  constructor(environment: StartedEnvironment, service: string, mark: string) {
    this.#environment = environment;
    this.#service = service;
    this.#mark = mark;
  }

  /** @param text a shell script, whose `$0` is the mark and `$1` … are the rest */
  async start(text: string, ...args: readonly string[]): Promise<void> {
    const argv = script(START, text, this.#mark, ...args);
    outputOf(await this.#environment.exec(this.#service, argv), `a process in ${this.#service}`);
  }

  /** As the service counts them; none while it is down. */
  async pids(): Promise<readonly number[]> {
    if (!(await isUp(this.#environment, this.#service))) return [];
    const env = { MARK: this.#mark };
    const found = await this.#environment.exec(this.#service, script(FIND), { env });
    return found.stdout.split('\n').filter(Boolean).map(Number);
  }

  /** Ends them, those too that they start meanwhile. */
  async end(): Promise<void> {
    for (let pids = await this.pids(); pids.length > 0; pids = await this.pids()) {
      await this.#environment.exec(this.#service, script('kill -KILL "$@" 2>/dev/null', ...pids.map(String)));
    }
  }
}
