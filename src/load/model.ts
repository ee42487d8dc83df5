/** Traffic as a drill asks for it. */
export interface LoadSpec {
  /** One of Drillbook's own (`steady`), or the path of a team's k6 script: absolute once the drill is loaded. */
  readonly script: string;
  /** Requests per second; a script of the team's own need not heed it, and never goes beyond `MOST_PER_SECOND`. */
  readonly rate: number;
  /** How long it lasts at most, in ms; it ends with the arm. */
  readonly duration: number;
  /** Where it goes: a published port of the drill. */
  readonly url: string;
}

/** What the requests of one second came to. An absent latency: so many were not answered well that there is none. */
export interface LoadSecond {
  /** When the second began, ms since the epoch, by k6's clock. */
  readonly wallMs: number;
  readonly requests: number;
  readonly failed: number;
  /** Latencies of the requests, in ms; one that was not answered well is slower than all others. */
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
}

/** A threshold of the script, such as `http_req_failed: rate<0.01`, over all of the run. */
export interface LoadThreshold {
  readonly metric: string;
  readonly met: boolean;
  /** Nothing was measured that it could be compared with; k6 takes it for met. */
  readonly empty?: true;
}

/** No script sends more, whatever it says. */
export const MOST_PER_SECOND = 1000;

/** No load lasts longer, in ms. */
export const LONGEST = 30 * 60_000;
