import { findProgram } from '../programs.ts';
import type { Image } from './image.ts';
import { languageTools } from './tools.ts';

/** `node`: the Node that runs Drillbook. */
export const node: Image = {
  title: 'Node.js',
  packages: 'nodejs',
  user: { name: 'root', uid: 0 },
  workingDir: '/',
  stopSignal: 'SIGTERM',
  volumes: () => [],
  tools: (tag) => [...languageTools(tag), 'node'],
  environment: () => ({}),
  argv: (service) => [...(service.entrypoint ?? []), ...(service.command ?? ['node'])],
  programs: ({ node }) => ({ node, npm: findProgram('npm'), npx: findProgram('npx') }),
  available: () => true,
};
