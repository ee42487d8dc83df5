import { z } from 'zod';
import { HarnessError } from '../core/errors.ts';
import type { ExecResult } from '../environment/model.ts';
import { durationField, toMs } from '../core/duration-field.ts';
import { quote } from '../core/quote.ts';
import { Operator } from '../operator/operator.ts';
import { name } from './fields.ts';
import { runAt, script } from './in-service.ts';
import { defineFault } from './model.ts';

const line = z.string().min(1);

const schema = z
  .strictObject({
    command: line.describe('What breaks the system: a shell command that ends with 0 when it has.'),
    in: name.optional().describe('The service that it runs in. Default: where the runbook’s commands run.'),
    evidence: line.describe(
      'A command that ends with 0 while the fault is in force; what it writes is shown.',
    ),
    heal: line.describe('A command that takes it out; run also when it is out already, or never was in.'),
    timeout: durationField({ least: 100 }).default('30s').describe('Of each of the commands.'),
  })
  .describe('Anything that commands can break, prove and heal.');

type Command = z.infer<typeof schema>;

/** Whatever a team's own commands break. */
export const commandFault = defineFault<Command>({
  kind: 'command',
  schema,
  describe: ({ command, in: service }) => `run “${command}”${service === undefined ? '' : ` in ${service}`}`,
  targets: ({ in: service }) => (service === undefined ? [] : [service]),
  needs: () => [],
  open: (spec, { environment }) => {
    const { in: service } = spec;
    const timeout = toMs(spec.timeout);
    // Whose shell goes with the environment, and what the commands left running in it.
    const operator = new Operator(environment);
    const run = (command: string): Promise<ExecResult> =>
      service === undefined
        ? runBy(operator, command, timeout)
        : runAt(environment, service, script(command), timeout);
    const must = async (command: string): Promise<void> => {
      const { exitCode, stdout, stderr } = await run(command);
      if (exitCode === 0) return;
      throw new HarnessError(
        'fault-command-failed',
        `“${command}” ended with ${exitCode}${after(lastLine(stderr || stdout))}`,
      );
    };
    return {
      inject: () => must(spec.command),
      evidence: async () => {
        const { exitCode, stdout, stderr } = await run(spec.evidence);
        const said = lastLine(stdout || stderr);
        return {
          seen: exitCode === 0,
          what: `“${spec.evidence}” ends with ${exitCode}${after(said)}`,
        };
      },
      heal: () => must(spec.heal),
    };
  },
});

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';

/** A shell of its own in which each line is run by `sh`, as in a service: none changes the folder of the next. */
const runBy = async (operator: Operator, command: string, timeout: number): Promise<ExecResult> => {
  const { exitCode = 137, output } = await operator.run(`sh -c ${quote(command)}`, { timeout });
  return { exitCode, stdout: output, stderr: '' };
};

const after = (said: string): string => (said === '' ? '' : `: ${said}`);
