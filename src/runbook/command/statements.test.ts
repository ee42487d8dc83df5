import { expect, test } from 'vitest';
import { shellStatements } from './statements.ts';

test.each(['# then', '\u00a0# then', '\u3000# then', '', '\u00a0', '\f'])(
  'nothing is typed on the line %j between two commands',
  (line) => {
    expect(shellStatements(`uptime\n${line}\ndf -h`).map(({ text }) => text)).toEqual(['uptime', 'df -h']);
  },
);
