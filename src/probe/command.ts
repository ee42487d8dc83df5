import { z } from 'zod';
import type { Service } from '../compose/model.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { storeOf } from '../compose/store.ts';
import { defineProbe } from './model.ts';
import { inWords, oneLine, ProbeError } from './reason.ts';
import { serviceProblems } from './service.ts';
import { whyItCannotFail } from './shell.ts';

const schema = z
  .strictObject({
    command: z
      .union([z.string().min(1), z.array(z.string()).nonempty()])
      .describe('A shell line, or a program and its arguments. Exit status 0 holds.'),
    in: z.string().describe('The service in which it is run.'),
  })
  .describe('A command in a service ends with 0, as in a health check.');

/** A command in a service ends with 0, as in a health check. */
export const commandProbe = defineProbe<z.infer<typeof schema>>({
  kind: 'command',
  schema,
  validate: ({ command, in: service }, system) => {
    const why = whyItCannotFail(command);
    return [...serviceProblems(service, system), ...(why === undefined ? [] : [`it cannot fail: ${why}`])];
  },
  open: ({ command, in: service }, environment, timeout) => {
    const env = limits(serviceNamed(environment.system, service), timeout);
    const argv = typeof command === 'string' ? ['sh', '-c', command] : command;
    return {
      // Each is a process in the container, and one more ends it where it is late.
      atOnce: 2,
      sample: (signal) =>
        inWords(async () => {
          const { exitCode, stdout, stderr } = await environment.exec(service, argv, { env, signal });
          if (exitCode === 0) return 'exit 0';
          const said = oneLine(stderr) || oneLine(stdout);
          throw new ProbeError(`exit ${exitCode}${said === '' ? '' : `: ${said}`}`);
        }),
      [Symbol.asyncDispose]: async () => {},
    };
  },
});

/** A client that is killed while it waits for a lock leaves its session behind: PostgreSQL is to end the statement. */
const limits = (service: Service, timeout: number): Readonly<Record<string, string>> => {
  if (storeOf(service) !== 'postgres') return {};
  const own = service.environment['PGOPTIONS'] ?? '';
  return { PGOPTIONS: `${own} -c statement_timeout=${timeout}`.trim() };
};
