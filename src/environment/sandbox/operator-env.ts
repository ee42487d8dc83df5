import { delimiter } from 'node:path';
import { loginEnv } from '../login-env.ts';
import { builtPrograms } from './cache.ts';
import type { Machine } from './machine.ts';
import { paths } from './paths.ts';
import { searchPath } from './programs.ts';
import { homeFolder } from '../../core/home.ts';

/** The operator's, on the drill's host: the front ends come first on its PATH. */
export const operatorEnv = ({ postgres }: Machine): Readonly<Record<string, string>> => ({
  PATH: [paths.bin, ...(postgres === undefined ? [] : [postgres.bin]), ...searchPath(), builtPrograms()].join(
    delimiter,
  ),
  ...loginEnv(homeFolder()),
});
