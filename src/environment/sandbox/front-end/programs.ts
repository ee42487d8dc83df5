import type { FrontEnd } from '../supervisor-model.ts';
import { docker } from './docker/docker.ts';

/** The names on the operator's PATH. */
export const frontEnds: Readonly<Record<string, FrontEnd>> = { docker };
