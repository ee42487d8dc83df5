/** A heading that is the name of an alert: `DLQ_SPIKE`, `KubePodCrashLooping`, `RedisDown`. */
export const ALERT_NAME =
  /^\W*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|(?:[A-Z][a-z0-9]+|[A-Z]{2,}(?=[A-Z][a-z]|$)){3,}|(?:[A-Z][a-z0-9]+|[A-Z]{2,8})(?:Down|Full|High|Low|Failed|Failing|Failures?|Lag|Lagging|Slow|Stuck|Missing|Unavailable|Unreachable|Unhealthy|Expired|Expiring|Saturated|Errors?|Crashing|Crashed|Degraded|Lost|Exhausted|Leak|Backlog|Timeouts?|Overloaded|Deadlocks?|Outage))(?=$|\W*$|\s*[/(])/;

/** A heading that gives its alert's name: "Alert Name: NodeDown". */
export const GIVES_ALERT = /^\W*[Aa]lert(?: ?[Nn]ame)?\W{1,4}([A-Z]\w{0,60}[a-z0-9_][A-Z]\w{0,60})\W*$/;

/** A text that gives it as code: "**Alert:** `NodeDown`". */
export const ALERT_IN_CODE = /\balert\b\W{0,6}`([\w-]+)`/i;

/** `**Alert:** ApiDown`, not as code: only what surely is a name of one, alone on its line. */
export const ALERT_ALONE =
  /^[^\w\n]*[Aa]lert(?: ?[Nn]ame)?[^\w\n]{1,6}([A-Z]\w{0,60}[a-z0-9_][A-Z]\w{0,60})[^\w\n]*$/m;
