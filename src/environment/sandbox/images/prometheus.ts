import type { Image } from './image.ts';

/** `prom/prometheus`: the machine's Prometheus. */
export const prometheus: Image = {
  title: 'Prometheus',
  packages: 'prometheus',
  port: 9090,
  user: { name: 'nobody', uid: 65534 },
  workingDir: '/prometheus',
  stopSignal: 'SIGTERM',
  volumes: () => ['/prometheus'],
  tools: () => ['prometheus', 'wget'],
  environment: () => ({}),
  argv: ({ entrypoint, command }) => [
    ...(entrypoint ?? ['prometheus']),
    ...(command ?? ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus']),
  ],
  programs: ({ prometheus: program }) => ({ prometheus: program }),
  available: ({ prometheus: program }) => program !== undefined,
};
