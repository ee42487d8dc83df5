import { parse } from 'unbash';
import { remembered } from '../../core/remembered.ts';

/** The tree of a shell text, which is not to be changed: several questions are asked of each command. */
export const parseShell = remembered(parse);
