import { percentile } from '../core/statistics.ts';
import type { LoadSecond } from './model.ts';

/** The points that count, of all that k6 writes with `--out json`. */
interface Point {
  readonly metric: string;
  readonly type: 'Point';
  readonly data: {
    readonly time: string;
    readonly value: number;
    /** Of a request: whether its answer was one that the script expects. */
    readonly tags?: { readonly expected_response?: string };
  };
}

interface Bucket {
  readonly second: number;
  requests: number;
  /** What was not answered well has taken for ever: a refusal at once is not quick. */
  readonly durations: number[];
  failed: number;
}

/** Gathers k6's points, a JSON object a line, into seconds: a drill's journal holds some figures a second, not each request. */
export class LoadSeconds {
  readonly #onSecond: (second: LoadSecond) => void;
  #bucket: Bucket | undefined;
  #isEmpty = true;

  /** @param onSecond called for each second that had requests, in order, once the next one has begun */
  constructor(onSecond: (second: LoadSecond) => void) {
    this.#onSecond = onSecond;
  }

  /** Has there been no request at all? */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** A line of k6's output; what is no point of a request is passed over. */
  add(line: string): void {
    if (!line.includes('"Point"') || !/"http_req_(?:duration|failed)"/.test(line)) return;
    const point = parsed(line);
    if (point === undefined) return;
    const { metric, data } = point;
    this.#isEmpty = false;
    const bucket = this.#at(Math.floor(Date.parse(data.time) / 1000));
    if (metric === 'http_req_failed') bucket.failed += data.value;
    else {
      bucket.requests += 1;
      bucket.durations.push(data.tags?.expected_response === 'false' ? Infinity : data.value);
    }
  }

  /** No more will come: tells of the last second. */
  end(): void {
    const bucket = this.#bucket;
    this.#bucket = undefined;
    if (bucket === undefined || bucket.requests === 0) return;
    const { second, requests, durations, failed } = bucket;
    this.#onSecond({
      wallMs: second * 1000,
      requests,
      failed,
      ...latency('p50', percentile(durations, 0.5)),
      ...latency('p95', percentile(durations, 0.95)),
      ...latency('p99', percentile(durations, 0.99)),
    });
  }

  /** k6 writes some points late: they count for the second that is being gathered. */
  #at(second: number): Bucket {
    if (this.#bucket === undefined || second > this.#bucket.second) {
      this.end();
      this.#bucket = { second, requests: 0, durations: [], failed: 0 };
    }
    return this.#bucket;
  }
}

/** Nothing for a line that was cut off: k6 was ended while it wrote it. */
const parsed = (line: string): Point | undefined => {
  try {
    return JSON.parse(line) as Point;
  } catch {
    return undefined;
  }
};

const latency = (name: 'p50' | 'p95' | 'p99', ms: number): Pick<LoadSecond, typeof name> =>
  Number.isFinite(ms) ? { [name]: rounded(ms) } : {};

/** To 0.1 ms. */
const rounded = (ms: number): number => Math.round(ms * 10) / 10;
