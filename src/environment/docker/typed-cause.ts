import type { ContainerEvent } from './events.ts';

/** What was typed to bring this event about; an engine kills before it stops. */
export const typedCause = (action: string, { signal }: ContainerEvent['attributes']): string | undefined => {
  if (action === 'kill') return signal === '9' ? 'docker kill' : 'docker stop';
  return TYPED[action];
};

/** After these, what the engine does by itself has no cause that anybody typed. */
export const ENDS_CAUSE: ReadonlySet<string> = new Set(['start', 'restart', 'die', 'pause', 'unpause']);

const TYPED: Readonly<Record<string, string>> = {
  create: 'docker compose up',
  start: 'docker start',
  restart: 'docker restart',
  pause: 'docker pause',
  unpause: 'docker unpause',
};
