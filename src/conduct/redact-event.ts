import type { EventBody } from '../core/event.ts';
import type { Redact } from '../core/redact.ts';

/**
 * Keys whose values are Drillbook's own words, or the user's files: the judge goes by them, and a password such as `fail` or `drill`
 * must not change what happened.
 */
const OWN: ReadonlySet<string> = new Set([
  'type',
  'arm',
  'phase',
  'status',
  'state',
  'when',
  'signal',
  'wall',
  'drillbook',
  'code',
  'kind',
  'role',
  'runsOn',
  'from',
  'unit',
  'figure',
  'backend',
  'environment',
  'path',
  'file',
  'sha256',
]);

/** Replaces secrets in what others wrote: the runbook, the drill, the services, the programs. What Drillbook says itself stays. */
export const redactEvent = (event: EventBody, redact: Redact): unknown => redacted(event, redact, isOwn);

type IsOwn = (key: string, holder: Readonly<Record<string, unknown>>) => boolean;

const redacted = (value: unknown, redact: Redact, isLeft: IsOwn): unknown => {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((each) => redacted(each, redact, isLeft));
  if (typeof value !== 'object' || value === null) return value;
  const holder = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(holder).map(([key, each]) => [
      key,
      typeof each === 'string' && isLeft(key, holder)
        ? each
        : // What a drill says of a fault, a probe or a load has keys of its own.
          redacted(each, redact, key === 'spec' ? () => false : isLeft),
    ]),
  );
};

const isOwn: IsOwn = (key, holder) => {
  if (key === 'name') return isDrill(holder) || isObjective(holder);
  // `load`, or the names of probes.
  return key === 'of' ? holder[key] === 'load' : OWN.has(key);
};

/** It is called after its file. */
const isDrill = (holder: object): boolean => 'path' in holder;

/** One about a figure that a probe sees is called after the probe, and not in Drillbook's words. */
const isObjective = (holder: Readonly<Record<string, unknown>>): boolean =>
  'unit' in holder && (holder['level'] as { figure?: string } | undefined)?.figure !== 'value';
