import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callFrontEnd } from '../../../../test/support/call-front-end.ts';
import { MemorySupervisor } from '../../../../test/support/memory-supervisor.ts';
import { FRONT_END_NAMES } from './names.ts';

const WORDS = [
  'ps',
  'logs',
  'exec',
  'restart',
  'stop',
  'start',
  'kill',
  'pause',
  'unpause',
  'stats',
  'inspect',
  'up',
  'down',
  'compose',
  'top',
  'port',
  'rm',
  'cp',
  'scale',
  'config',
  'system',
  'volume',
  'container',
  'prune',
  'df',
  'ls',
  'postgres',
  'backend',
  'preskool-db',
  'all',
  '0',
  'nope',
  'list',
  'status',
  'is-active',
  'backend=2',
  '5432',
  '-a',
  '-q',
  '-f',
  '-it',
  '-n',
  '-d',
  '-v',
  '-u',
  '--',
  '-',
  '--format',
  '--filter',
  '--tail=1',
  '--since',
  '1h',
  '{{.Names}}',
  '{{json .}}',
  '{{range .}}',
  '{{if .Names}}x{{end}}',
  'table {{.ID}}\\t{{.Status}}',
  '{{',
  '}}',
  '{{index . 0}}',
  '{{.State.Health.Status}}',
  '{{len .}}',
  '{{printf "%s" .}}',
  'preskool-db:/tmp',
  '--help',
  '__proto__',
  'constructor',
  '',
  '=',
  '--=',
  '-=',
];

const argument = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, fc.string());

test('any arguments end with exactly one last reply', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FRONT_END_NAMES),
      fc.array(argument, { maxLength: 7 }),
      fc.boolean(),
      async (program, args, terminal) => {
        // A caller that is gone from the start: what follows or repeats ends.
        const answer = await callFrontEnd(new MemorySupervisor(), [program, ...args], {
          stdin: 'y\n',
          signal: AbortSignal.abort(),
          stdinIsTerminal: terminal,
          stdoutIsTerminal: terminal,
        });
        expect(answer.lasts).toBe(1);
      },
    ),
    { numRuns: 3000 },
  );
});
