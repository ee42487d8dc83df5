// Owns an environment until it is killed; says what it has come to, a line each. Arguments: the fixture, the backend.
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { fixtureSystem } from './systems.ts';

const [fixture = '', name = 'sandbox'] = process.argv.slice(2);
const backend = name === 'docker' ? dockerBackend : sandboxBackend;
const system = await fixtureSystem(fixture);
console.log('begins');
await backend.start(system, {
  signal: new AbortController().signal,
  onService: ({ service, state }) => console.log(`${service} ${state}`),
});
console.log('ready');
