/** The alerts that watch the system during a drill. */
export interface AlertSpec {
  /** The team's rules, as Prometheus reads them; absolute once the drill is loaded. */
  readonly rules: string;
  /** How many times as fast as written the rules run: 10 makes one minute of `for: 10m`. */
  readonly timeScale: number;
  /** Job name → where its metrics are: a published port of the drill. */
  readonly metrics: Readonly<Record<string, string>>;
}

/** What has become of an alert. */
export interface AlertChange {
  readonly alert: string;
  readonly state: 'firing' | 'resolved';
}
