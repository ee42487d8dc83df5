// Owns an environment until it is killed; says what it has come to, a line each.
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { fixtureSystem } from './systems.ts';

const system = await fixtureSystem(process.argv[2] ?? '');
console.log('begins');
await sandboxBackend.start(system, {
  signal: new AbortController().signal,
  onService: ({ service, state }) => console.log(`${service} ${state}`),
});
console.log('ready');
