import { once } from 'node:events';
import { stringify } from 'yaml';
import { systemClock } from '../core/clock.ts';
import { HarnessError } from '../core/errors.ts';
import { requestHttp } from '../environment/dial/http.ts';
import type { OperatorProcess, StartedEnvironment } from '../environment/model.ts';
import type { AlertChange, AlertSpec } from './model.ts';
import { readRulesFile } from './read.ts';
import { scaled, SCRAPE_MS } from './rules.ts';

export interface AlertOptions {
  /** Called when an alert begins to fire, and when it no longer does. */
  readonly onChange: (change: AlertChange) => void;
  /** Called when Prometheus has ended by itself. */
  readonly onError: (error: HarnessError) => void;
}

/** As Prometheus' API has it. */
interface AlertRule {
  readonly name: string;
  readonly state: 'inactive' | 'pending' | 'firing';
  readonly lastEvaluation: string;
}

/** Between two looks at the alerts, in ms. */
const LOOK_MS = 100;

/** How long one look may take, and how long Prometheus may take to start, in ms. */
const [LOOK_TIMEOUT, START_TIMEOUT] = [2000, 20_000];

/** Of what Prometheus says, in characters. */
const MOST_SAID = 10_000;

/** Reads configuration and rules from stdin, and becomes Prometheus. It would look for targets only every five seconds. */
const RUN = `
  folder=$(mktemp -d) && cd "$folder" &&
  IFS= read -r -d '' config; printf %s "$config" > prometheus.yml; cat > rules.yml
  exec prometheus --config.file=prometheus.yml --storage.tsdb.path=data --log.level=warn \\
    --scrape.discovery-reload-interval=100ms --web.listen-address="127.0.0.1:$1" 2>&1`;

/** Prometheus' usual port is often a service's: the drill's come long after it. */
const FIRST_PORT = 19_090;

let started = 0;

/** The team's alert rules, evaluated by a Prometheus in the operator's place over the metrics of the drill's services. */
export class Alerts implements AsyncDisposable {
  readonly #environment: StartedEnvironment;
  readonly #child: OperatorProcess;
  readonly #port: number;
  readonly #jobs: number;
  readonly #options: AlertOptions;
  readonly #over = new AbortController();
  readonly #ended: Promise<unknown>;
  /** When each alert was last seen to fire, or to be about to, and when Prometheus last found that it does not: in ms since 1970. */
  readonly #active = new Map<string, number>();
  readonly #quiet = new Map<string, number>();
  #firing: ReadonlySet<string> = new Set();
  #said = '';
  #gone = false;

  private constructor(environment: StartedEnvironment, port: number, jobs: number, options: AlertOptions) {
    this.#jobs = jobs;
    this.#environment = environment;
    this.#port = port;
    this.#options = options;
    this.#child = environment.operator(['bash', '-c', RUN, 'prometheus', String(port)]);
    this.#child.stdin.on('error', () => {});
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-MOST_SAID);
    });
    this.#child.stderr.resume();
    this.#child.on('error', () => {});
    this.#ended = once(this.#child, 'close')
      .catch(() => {})
      .then(() => (this.#gone = true));
  }

  /**
   * The alerts that fire, would when what they ask for lasts, or have not been found quiet for so many ms since: on a busy machine, a
   * service's metrics may come too late once, and what asks for them is over for a moment.
   */
  activeWithin(ms: number): readonly string[] {
    return [...this.#active].flatMap(([alert, at]) =>
      (this.#quiet.get(alert) ?? 0) < at + ms ? [alert] : [],
    );
  }

  /** The alerts that fire now. */
  get firing(): ReadonlySet<string> {
    return this.#firing;
  }

  /**
   * Resolves when the rules were evaluated over the metrics of all services.
   * @throws HarnessError when the rules cannot be read, or Prometheus does not take them: with its own words
   */
  static async start(
    environment: StartedEnvironment,
    { rules, timeScale, metrics }: AlertSpec,
    options: AlertOptions,
  ): Promise<Alerts> {
    const text = scaled(await readRulesFile(rules), timeScale);
    const alerts = new Alerts(
      environment,
      FIRST_PORT + (started++ % 1000),
      Object.keys(metrics).length,
      options,
    );
    alerts.#child.stdin.end(`${configuration(metrics)}\0${text}`);
    try {
      await alerts.#ready();
    } catch (error) {
      await alerts[Symbol.asyncDispose]();
      throw error;
    }
    void alerts.#watch();
    return alerts;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over.abort();
    this.#child.kill();
    await this.#ended;
  }

  async #ready(): Promise<void> {
    const deadline = performance.now() + START_TIMEOUT;
    let scrapedAt: number | undefined;
    while (!this.#gone && performance.now() < deadline) {
      if (scrapedAt === undefined) {
        if (await this.#hasScrapedAll()) scrapedAt = Date.now();
      } else if (await this.#hasEvaluatedSince(scrapedAt)) {
        return await this.#look();
      }
      await systemClock.sleep(LOOK_MS, this.#over.signal);
    }
    throw this.#failed('did not start');
  }

  async #hasScrapedAll(): Promise<boolean> {
    const answer = await this.#ask<{ activeTargets: { health: string }[] }>('targets?state=active');
    const scraped = answer?.activeTargets.filter(({ health }) => health !== 'unknown');
    return scraped?.length === this.#jobs;
  }

  async #hasEvaluatedSince(time: number): Promise<boolean> {
    const answer = await this.#ask<{ groups: { lastEvaluation: string }[] }>('rules');
    return answer?.groups.every(({ lastEvaluation }) => Date.parse(lastEvaluation) > time) ?? false;
  }

  async #watch(): Promise<void> {
    const { signal } = this.#over;
    void this.#ended.then(() => {
      if (!signal.aborted) this.#options.onError(this.#failed('has ended'));
    });
    while (!signal.aborted) {
      await systemClock.sleep(LOOK_MS, signal);
      await this.#look();
    }
  }

  async #look(): Promise<void> {
    const answer = await this.#ask<{ groups: { rules: AlertRule[] }[] }>('rules?type=alert');
    if (answer === undefined || this.#over.signal.aborted) return;
    const rules = answer.groups.flatMap((group) => group.rules);
    for (const { name, state, lastEvaluation } of rules) {
      if (state === 'inactive') this.#quiet.set(name, Date.parse(lastEvaluation));
      else this.#active.set(name, Date.now());
    }
    this.#tell(new Set(rules.flatMap(({ name, state }) => (state === 'firing' ? [name] : []))));
  }

  #tell(firing: ReadonlySet<string>): void {
    const before = this.#firing;
    this.#firing = firing;
    for (const alert of firing) if (!before.has(alert)) this.#options.onChange({ alert, state: 'firing' });
    for (const alert of before) if (!firing.has(alert)) this.#options.onChange({ alert, state: 'resolved' });
  }

  /** Nothing, when there is no good answer now. */
  async #ask<Data>(what: string): Promise<Data | undefined> {
    const url = `http://localhost:${this.#port}/api/v1/${what}`;
    try {
      const { body } = await requestHttp(this.#environment, { url }, AbortSignal.timeout(LOOK_TIMEOUT));
      return (JSON.parse(body) as { data: Data }).data;
    } catch {
      return undefined;
    }
  }

  #failed(how: string): HarnessError {
    return new HarnessError(
      'alerts-failed',
      `Prometheus ${how}: ${this.#said.trim().split('\n').at(-1) || 'it said nothing'}`,
      {
        hint: 'promtool check rules FILE shows what is wrong with rules',
      },
    );
  }
}

const configuration = (metrics: AlertSpec['metrics']): string =>
  stringify({
    global: {
      scrape_interval: `${SCRAPE_MS}ms`,
      scrape_timeout: `${SCRAPE_MS}ms`,
      evaluation_interval: `${SCRAPE_MS}ms`,
    },
    rule_files: ['rules.yml'],
    scrape_configs: Object.entries(metrics).map(([job, url]) => {
      const { host, pathname, search } = new URL(url);
      return {
        job_name: job,
        metrics_path: pathname,
        params: Object.fromEntries([...new URLSearchParams(search)].map(([name, value]) => [name, [value]])),
        static_configs: [{ targets: [host.includes(':') ? host : `${host}:80`] }],
      };
    }),
  });
