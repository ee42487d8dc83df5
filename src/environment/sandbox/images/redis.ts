import { basename } from 'node:path';
import type { Image } from './image.ts';

/** `redis` and `valkey`: whichever server this machine has. */
export const redis: Image = {
  title: 'Redis or Valkey',
  packages: 'redis-server',
  port: 6379,
  user: { name: 'redis', uid: 999 },
  workingDir: '/data',
  stopSignal: 'SIGTERM',
  volumes: () => ['/data'],
  tools: (tag) => (tag.includes('alpine') ? ['redis', 'wget', 'procps'] : ['redis']),
  environment: () => ({}),
  argv: ({ entrypoint, command = ['redis-server'] }) => {
    if (entrypoint !== undefined) return [...entrypoint, ...command];
    // As the official entrypoint: options alone, or a configuration file, are the server's.
    const first = command[0] ?? '';
    const argv = first.startsWith('-') || first.endsWith('.conf') ? ['redis-server', ...command] : command;
    return isServer(argv[0]) ? unprotected(argv) : argv;
  },
  programs: ({ redis }) => ({
    'redis-server': redis?.server,
    'valkey-server': redis?.server,
    'redis-cli': redis?.cli,
    'valkey-cli': redis?.cli,
  }),
  available: ({ redis }) => redis !== undefined,
};

const isServer = (program = ''): boolean => /^(?:redis|valkey)-server$/.test(basename(program));

/** The official image is built with protected mode off; what the command itself says wins. */
const unprotected = ([server = '', ...args]: readonly string[]): readonly string[] => {
  const files = args[0] !== undefined && !args[0].startsWith('-') ? 1 : 0;
  return [server, ...args.slice(0, files), '--protected-mode', 'no', ...args.slice(files)];
};
