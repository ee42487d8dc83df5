import type { Plan, PlannedCommand, PlannedFault, PlannedStep } from '../../src/plan/model.ts';
import type { Role } from '../../src/runbook/model.ts';

const origin = { from: 'default', what: 'toy' } as const;

export const toyCommand = (text: string, more: Partial<PlannedCommand> = {}): PlannedCommand => ({
  kind: 'shell',
  lines: [1, 1],
  source: text,
  text,
  runsOn: { kind: 'host' },
  tools: [],
  changes: [],
  timeout: 5000,
  endless: false,
  looks: true,
  ...more,
});

/** One step for each of `role: command`. */
export const toySteps = (...lines: readonly `${Role}: ${string}`[]): readonly PlannedStep[] =>
  lines.map((line, index) => {
    const [, role, text] = /^(\w+): (.*)$/s.exec(line) as unknown as [string, Role, string];
    return { number: index + 1, role, lines: [1, 1], fallback: false, commands: [toyCommand(text)] };
  });

export const KILL_WEB: PlannedFault = {
  kind: 'process',
  spec: { process: 'web', action: 'kill' },
  what: 'kill web',
};

/** Kills `web`, restarts it, checks that it is there; within a second or two. */
export const toyPlan = (more: Partial<Plan> = {}): Plan => ({
  drill: { name: 'toy', path: 'toy.yaml' },
  runbook: { path: 'toy.md', sha256: '0'.repeat(64) },
  procedure: { slug: 'toy', heading: 'Toy', lines: [1, 1] },
  backend: 'sandbox',
  environment: 'compose.yaml',
  faults: [KILL_WEB],
  steps: toySteps('mitigate: ctl restart web', 'verify: true'),
  probes: [{ name: 'web', kind: 'toy', spec: {}, origin }],
  objectives: [{ name: 'recover', limit: 2000, unit: 'ms', origin }],
  ledgers: [],
  timing: {
    interval: 10,
    sampleTimeout: 1000,
    stableFor: 60,
    // Long enough for a machine that is busy with other work: few tests wait for their end.
    steadyTimeout: 10_000,
    detectTimeout: 1000,
    recoverTimeout: 2000,
  },
  control: true,
  ...more,
});
