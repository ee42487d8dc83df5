import { canRun } from '../support/require.ts';
import { findToxiproxy, startToxiproxy } from '../support/toxiproxy.ts';
import { proxyConformance } from './conformance.ts';

const toxiproxy = findToxiproxy();
const missing = 'missing' in toxiproxy ? toxiproxy.missing : undefined;
if (canRun('Toxiproxy 2.12', missing) && 'program' in toxiproxy)
  proxyConformance('Toxiproxy 2.12', () => startToxiproxy(toxiproxy.program));
