import { delimiter } from 'node:path';
import { builtPrograms } from './cache.ts';
import type { Machine } from './machine.ts';
import { paths } from './paths.ts';
import { searchPath } from './programs.ts';
import { homeFolder } from '../../core/home.ts';

/** Of a person who has just logged in to the drill's host: nothing of Drillbook's own environment. */
export const operatorEnv = ({ postgres }: Machine): Readonly<Record<string, string>> => ({
  PATH: [paths.bin, ...(postgres === undefined ? [] : [postgres.bin]), ...searchPath(), builtPrograms()].join(
    delimiter,
  ),
  HOME: homeFolder(),
  USER: 'root',
  LOGNAME: 'root',
  SHELL: '/bin/bash',
  LANG: process.env['LANG'] ?? 'C.UTF-8',
  TERM: process.env['TERM'] ?? 'dumb',
});
