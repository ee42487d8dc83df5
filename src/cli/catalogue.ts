import type { Backend } from '../environment/model.ts';
import { dockerBackend as docker } from '../environment/docker/backend.ts';
import { sandboxBackend as sandbox } from '../environment/sandbox/backend.ts';
import { faults } from '../fault/catalogue.ts';
import { probes } from '../probe/catalogue.ts';

/** Everything that a drill may name. */
export const catalogue = { faults, probes } as const;

export const backends = { docker, sandbox } satisfies Readonly<Record<string, Backend>>;
