import { expect, test } from 'vitest';
import { service, system } from '../../test/support/system.ts';
import { readDrill } from '../drill/load.ts';
import type { Drill } from '../drill/model.ts';
import { noop } from '../fault/noop.ts';
import { probes as definitions } from '../probe/catalogue.ts';
import { checkProbes } from './check-probes.ts';
import { planProbes } from './probes.ts';

const location = { file: '/compose.yaml', line: 5, column: 1 };
const port = (published: number) => ({ location, published, target: 8000, protocol: 'tcp' as const });
const healthcheck = {
  location,
  test: { shell: 'curl -f http://localhost:8000/health' },
  interval: 1000,
  timeout: 1000,
  startPeriod: 0,
  startInterval: 1000,
  retries: 3,
};
const shop = system(
  service('web', { ports: [port(80)], healthcheck }),
  service('db', { ports: [port(5432)] }),
);

const drill = (said: string): Drill => {
  const text = `runbook: a.md\nenvironment: b.yaml\nfault: noop\n${said}`;
  const read = readDrill(text, '/drill.yaml', { faults: [noop], probes: definitions });
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
};

const names = (said: string, of = shop): readonly string[] =>
  planProbes(drill(said), of).map(({ name }) => name);

test('the drill’s own probes come beside the derived ones', () => {
  expect(names('')).toEqual(['web /health', 'db port 5432']);
  expect(names('probes: [{ tcp: db:1 }]')).toEqual(['tcp 1', 'web /health', 'db port 5432']);
});

test('one that the drill has written down itself is asked once', () => {
  expect(names('probes: [{ http: "http://localhost:80/health", name: up }]')).toEqual(['up', 'db port 5432']);
  expect(names('probes: [{ http: "http://localhost:80/health", status: 204 }]')).toHaveLength(3);
});

test('only the drill’s own are asked where it says so', () => {
  expect(names('probes: [{ tcp: db:1 }]\nderived-probes: off')).toEqual(['tcp 1']);
});

test('a name is one probe’s only', () => {
  expect(names('probes: [{ tcp: db:1, name: web /health }]')).toEqual([
    'web /health',
    'web /health (2)',
    'db port 5432',
  ]);
  const twice = system(service('web', { ports: [port(80), port(81)], healthcheck }));
  expect(names('', twice)).toEqual(['web /health', 'web /health (2)']);
});

const told = (said: string): readonly string[] => {
  const own = drill(said);
  return checkProbes(own, shop, definitions, planProbes(own, shop)).map(
    ({ message, location: place, hint }) => `${place?.line}: ${message}; ${hint}`,
  );
};

test('a drill that has none at all is told why', () => {
  expect(told('derived-probes: off')).toEqual([
    expect.stringMatching(/^1: nothing tells.*"derived-probes: off".*; .*take that line out$/),
  ]);
});
