import type { DrillEvent, EventBody, EventOf } from '../core/event.ts';
import { own } from '../core/own.ts';
import { reviveReadable } from '../core/readable.ts';

/**
 * A line of a journal, with control characters shown as such: all that is told of a drill is read here.
 * @returns nothing when it is no event; whether it has the fields of its type, `isWhole` says
 */
export const parseEvent = (line: string): DrillEvent | undefined => {
  try {
    const value: unknown = JSON.parse(line, reviveReadable);
    const isEvent = typeof value === 'object' && value !== null && 'type' in value && 'at' in value;
    return isEvent ? (value as DrillEvent) : undefined;
  } catch {
    return undefined;
  }
};

/** Has it all that an event of its type cannot be without? One of a type that is not known says nothing to this Drillbook. */
export const isWhole = (event: DrillEvent): boolean => {
  const fields: Readonly<Record<string, string>> = own(FIELDS, event.type) ?? {};
  const given = event as unknown as Readonly<Record<string, unknown>>;
  return Object.entries({ ...fields, type: 'string', at: 'number' }).every(
    ([name, kind]) => kindOf(given[name]) === kind,
  );
};

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

type KindOf<Value> = Value extends string
  ? 'string'
  : Value extends number
    ? 'number'
    : Value extends boolean
      ? 'boolean'
      : Value extends readonly unknown[]
        ? 'list'
        : 'object';

/** The fields that an event cannot be without. */
type Needed<Event> = {
  [
    Name in keyof Event as Name extends 'type' | 'at' | 'wall'
      ? never
      : object extends Pick<Event, Name>
        ? never
        : Name
  ]: KindOf<Event[Name]>;
};

const ARM = { arm: 'string' } as const;
const FAULT = { ...ARM, fault: 'string', place: 'number' } as const;
const WRITE = { ...ARM, ledger: 'string', number: 'number' } as const;
const COMMAND = { ...ARM, step: 'number', lines: 'list', command: 'string' } as const;

const FIELDS: { readonly [Type in EventBody['type']]: Needed<EventOf<Type>> } = {
  'drill-started': { version: 'number', drillbook: 'string', plan: 'object' },
  'arm-started': ARM,
  phase: { ...ARM, phase: 'string' },
  service: { ...ARM, service: 'string', state: 'string' },
  sample: { ...ARM, probe: 'string', begun: 'number', ok: 'boolean', seen: 'string' },
  steady: ARM,
  'fault-injected': FAULT,
  evidence: { ...FAULT, when: 'string', seen: 'boolean', what: 'string' },
  'fault-lifted': { ...FAULT, by: 'string' },
  'fault-healed': FAULT,
  'step-started': { ...ARM, step: 'number' },
  'command-started': COMMAND,
  'command-finished': {
    ...COMMAND,
    status: 'string',
    ms: 'number',
    output: 'string',
    truncated: 'boolean',
    tries: 'number',
  },
  refused: { ...ARM, request: 'string', message: 'string' },
  'write-acknowledged': WRITE,
  'write-refused': { ...WRITE, reason: 'string' },
  'load-started': { ...ARM, script: 'string', url: 'string' },
  'load-second': { ...ARM, wallMs: 'number', requests: 'number', failed: 'number' },
  'load-ended': ARM,
  alert: { ...ARM, alert: 'string', state: 'string' },
  'load-finished': { ...ARM, thresholds: 'list' },
  'ledger-audited': {
    ...ARM,
    ledger: 'string',
    checked: 'boolean',
    acknowledged: 'number',
    lost: 'list',
  },
  'runbook-finished': ARM,
  recovered: ARM,
  'watch-ended': { ...ARM, recovered: 'boolean', watchedMs: 'number' },
  'still-running': COMMAND,
  'harness-error': { code: 'string', message: 'string' },
  interrupted: { signal: 'string' },
  'arm-finished': ARM,
  'drill-finished': {},
};
