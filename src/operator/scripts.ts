import { readFileSync } from 'node:fs';

const script = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** What the operator's bash executes. */
export const DRIVER = script('./driver.sh');

/** Ends what a command, or the whole operator, started. */
export const END_PROCESSES = script('./end-processes.sh');
