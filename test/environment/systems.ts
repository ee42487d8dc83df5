import { fileURLToPath } from 'node:url';
import type { Service, System } from '../../src/compose/model.ts';

const folder = fileURLToPath(new URL('../fixtures/compose/sandbox-stores/', import.meta.url));
const location = { file: `${folder}compose.yaml`, line: 1, column: 1 } as unknown as Service['location'];

const service = (name: string, more: Partial<Service>): Service => ({
  name,
  location,
  containerName: `shop-${name}-1`,
  environment: {},
  ports: [],
  expose: [],
  dependsOn: [],
  mounts: [],
  restart: { name: 'no' },
  stopGraceMs: 10_000,
  replicas: 1,
  ...more,
});

const check = (test: { shell: string } | { argv: string[] }) => ({
  location,
  test,
  interval: 1000,
  timeout: 5000,
  startPeriod: 0,
  startInterval: 5000,
  retries: 3,
});
const port = (published: number, target: number) => ({
  location,
  published,
  target,
  protocol: 'tcp' as const,
});

export const stores: System = {
  file: `${folder}compose.yaml`,
  project: 'shop',
  services: [
    service('postgres', {
      image: 'postgres:17',
      containerName: 'shop-db',
      environment: { POSTGRES_USER: 'shop', POSTGRES_PASSWORD: 'secret', POSTGRES_DB: 'shop' },
      ports: [port(5432, 5432)],
      mounts: [{ type: 'volume', source: 'data', target: '/var/lib/postgresql/data', readOnly: false }],
      healthcheck: check({ shell: 'pg_isready -U shop' }),
    }),
    service('redis', {
      image: 'redis:7',
      containerName: 'shop-redis',
      command: ['redis-server', '--appendonly', 'yes'],
      ports: [port(6379, 6379)],
      healthcheck: check({ argv: ['redis-cli', 'ping'] }),
    }),
    service('app', {
      build: { context: `${folder}app`, args: {} },
      containerName: 'shop-app',
      workingDir: '/app',
      command: ['node', 'server.mjs'],
      ports: [port(8000, 3000)],
      dependsOn: [
        { service: 'postgres', condition: 'service_healthy' },
        { service: 'redis', condition: 'service_healthy' },
      ],
      healthcheck: check({ argv: ['curl', '-sf', 'http://localhost:3000/health'] }),
    }),
    service('worker', {
      build: { context: `${folder}app`, args: {} },
      workingDir: '/app',
      command: ['node', 'server.mjs'],
      dependsOn: [{ service: 'redis', condition: 'service_started' }],
    }),
  ],
  volumes: [{ name: 'data', sizeBytes: 256 * 1024 * 1024 }],
};
