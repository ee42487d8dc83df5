import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { HarnessError } from '../core/errors.ts';
import { requestHttp } from '../environment/dial/http.ts';
import type { OperatorProcess, StartedEnvironment } from '../environment/model.ts';
import { MOST_PER_SECOND, type LoadSecond, type LoadSpec, type LoadThreshold } from './model.ts';
import { packScript } from './pack.ts';
import { variables } from './scripts.ts';
import { LoadSeconds } from './seconds.ts';
import { exceptionIn, lastMessageIn, thresholdsIn } from './summary.ts';

/** What happens while there is load. */
export interface LoadOptions {
  /** Called for each second that had requests, in order. */
  readonly onSecond: (second: LoadSecond) => void;
  /** Called when the script was through before `stop`: its time, or its iterations, were over. */
  readonly onEnd?: () => void;
  /** Called when k6 has ended otherwise, and when the script broke off each time before it had asked anything. */
  readonly onError: (error: HarnessError) => void;
}

/** Everything but loopback, where the drill's published ports are: no script reaches another address. */
const FOREIGN = [
  '0.0.0.0/2',
  '64.0.0.0/3',
  '96.0.0.0/4',
  '112.0.0.0/5',
  '120.0.0.0/6',
  '124.0.0.0/7',
  '126.0.0.0/8',
  '128.0.0.0/1',
  '2000::/3',
  'fc00::/7',
  'fe80::/10',
];

/** k6's exit codes: all went well, and a threshold was crossed, which is a result like another. */
const GOOD_ENDS = new Set<number | null>([0, 99]);

/** Of what k6 says, its summary included, in characters. */
const MOST_SAID = 100_000;

const HINT = 'k6 run SCRIPT shows what is wrong with a script; scripts/k6 builds k6 where it is missing';

/** How long k6 may take to end when it is asked to, in ms. */
const STOP_TIMEOUT = 3000;

/** k6 opens `/dev/stderr` for its summary, which a pipe allows, and the socket that Node gives a child does not. */
const K6_RUN = ['bash', '-o', 'pipefail', '-c', '{ k6 run "$@" 2>&1 1>&3 | cat >&2; } 3>&1', 'k6'];

/** For k6's HTTP API: its usual port, and those after it, since a drill may have several. */
const FIRST_PORT = 6565;

let started = 0;

/** Traffic on the drill's published ports, from a k6 in the operator's place. */
export class Load implements AsyncDisposable {
  readonly #child: OperatorProcess;
  readonly #environment: StartedEnvironment;
  /** Of its HTTP API. */
  readonly #port: number;
  readonly #seconds: LoadSeconds;
  readonly #ended: Promise<number | null>;
  readonly #options: LoadOptions;
  #said = '';
  /** It has sent something, and nobody has asked it to end. */
  #sending = false;

  private constructor(
    environment: StartedEnvironment,
    child: OperatorProcess,
    port: number,
    options: LoadOptions,
  ) {
    this.#child = child;
    this.#environment = environment;
    this.#port = port;
    this.#options = options;
    this.#seconds = new LoadSeconds(options.onSecond);
    this.#ended = once(child, 'close').then(([code]) => code as number | null);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-MOST_SAID);
    });
    child.stdin.on('error', () => {});
    void this.#ended.then((code) => {
      this.#seconds.end();
      if (!this.#sending) return;
      if (GOOD_ENDS.has(code)) options.onEnd?.();
      else options.onError(this.#failed(code));
    });
  }

  /**
   * Resolves when the first requests are on their way.
   * @throws HarnessError when the script cannot be read or run, with k6's own words
   */
  static async start(environment: StartedEnvironment, spec: LoadSpec, options: LoadOptions): Promise<Load> {
    const script = await packScript(spec);
    const port = FIRST_PORT + (started++ % 1000);
    const argv = [...K6_RUN, ...flags(spec), '--address', `localhost:${port}`, '-'];
    const load = new Load(environment, environment.operator(argv), port, options);
    load.#child.stdin.end(script);
    await load.#firstPoint();
    load.#sending = true;
    return load;
  }

  /**
   * Ends it before its time.
   * @returns the script's thresholds, over what it has sent
   */
  async stop(): Promise<readonly LoadThreshold[]> {
    this.#sending = false;
    await this.#stopSending().catch(() => this.#child.kill());
    const late = setTimeout(() => this.#child.kill(), STOP_TIMEOUT);
    await this.#ended;
    clearTimeout(late);
    const nothing = this.askedNothing;
    if (nothing !== undefined)
      this.#options.onError(new HarnessError('load-failed', nothing, { hint: HINT }));
    return thresholdsIn(this.#said);
  }

  /** That the script has broken off each time before it had asked anything, and why. */
  get askedNothing(): string | undefined {
    const thrown = this.#seconds.isEmpty ? exceptionIn(this.#said) : undefined;
    return thrown && `the script asked nothing: ${thrown}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#sending = false;
    this.#child.kill();
    await this.#ended;
  }

  /** Lets the requests that are under way end, and no more begin. */
  async #stopSending(): Promise<void> {
    const url = `http://localhost:${this.#port}/v1/status`;
    const json = { data: { type: 'status', id: 'default', attributes: { stopped: true } } };
    await requestHttp(this.#environment, { url, method: 'PATCH', json }, AbortSignal.timeout(STOP_TIMEOUT));
  }

  #firstPoint(): Promise<void> {
    const lines = createInterface(this.#child.stdout);
    return new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        this.#seconds.add(line);
        if (line.includes('"Point"')) resolve();
      });
      void this.#ended.then((code) => reject(this.#failed(code)));
      this.#child.on('error', (error) => reject(this.#failed(null, error)));
    });
  }

  #failed(code: number | null, cause?: unknown): HarnessError {
    const said = lastMessageIn(this.#said);
    return new HarnessError('load-failed', `k6 ended with ${code ?? 'an error'}${said && `: ${said}`}`, {
      cause,
      hint: HINT,
    });
  }
}

const flags = (spec: LoadSpec): readonly string[] => [
  '--quiet',
  '--no-usage-report',
  '--log-format=json',
  '--summary-export=/dev/stderr',
  '--out=json=-',
  `--rps=${MOST_PER_SECOND}`,
  ...FOREIGN.map((range) => `--blacklist-ip=${range}`),
  ...variables(spec),
];
