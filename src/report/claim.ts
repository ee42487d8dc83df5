import { formatDuration } from '../core/duration.ts';
import type { Claim } from '../runbook/model.ts';

/** What was understood of a claim, as far as it is a figure: `≤ 30 s to 1 min`, `> 5 % for 10 min`. */
export const understood = ({ comparison, value, upTo, unit, lasting, within }: Claim): string => {
  if (typeof value !== 'number') return '';
  const shown = (figure: number): string =>
    unit === 'ms' ? formatDuration(figure) : `${figure}${UNITS[unit ?? 'count']}`;
  return [
    SIGNS[comparison ?? '='],
    shown(value),
    ...(upTo === undefined ? [] : [`to ${shown(upTo)}`]),
    ...(lasting === undefined ? [] : [`for ${formatDuration(lasting)}`]),
    ...(within === undefined ? [] : [`within ${formatDuration(within)}`]),
  ].join(' ');
};

const SIGNS: Readonly<Record<NonNullable<Claim['comparison']>, string>> = {
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
};

const UNITS: Readonly<Record<NonNullable<Claim['unit']>, string>> = {
  ms: ' ms',
  '%': ' %',
  count: '',
  status: '',
  text: '',
  bytes: ' bytes',
  'per-second': ' per second',
  'per-minute': ' per minute',
};
