import type { Image } from './image.ts';

/** A bare system: `debian`, `ubuntu`, `alpine`, `busybox`. */
export const base: Image = {
  title: 'a shell',
  packages: 'coreutils',
  user: { name: 'root', uid: 0 },
  workingDir: '/',
  stopSignal: 'SIGTERM',
  volumes: () => [],
  tools: (tag) => (tag.includes('slim') ? [] : ['procps']),
  environment: () => ({}),
  argv: (service) => [...(service.entrypoint ?? []), ...(service.command ?? ['sh'])],
  programs: () => ({}),
  available: () => true,
};
