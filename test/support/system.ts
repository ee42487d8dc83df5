import type { Service, System } from '../../src/compose/model.ts';

/** A service with nothing but a name, and what a test adds to it. */
export const service = (name: string, more: Partial<Service> = {}): Service => ({
  name,
  location: { file: '/drill/compose.yaml', line: 1, column: 1 },
  containerName: `drill-${name}-1`,
  environment: {},
  ports: [],
  expose: [],
  dependsOn: [],
  mounts: [],
  networks: [{ network: 'default', aliases: [] }],
  restart: { name: 'no' },
  stopGraceMs: 10_000,
  replicas: 1,
  ...more,
});

export const system = (...services: readonly Service[]): System => ({
  file: '/drill/compose.yaml',
  project: 'drill',
  services,
  volumes: [],
  networks: [{ key: 'default', name: 'drill_default' }],
  surroundings: {},
});
