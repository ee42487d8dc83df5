import { readFileSync } from 'node:fs';
import { parseRunbook } from '../../src/runbook/parse.ts';

const FILE = new URL('../fixtures/docker/worst.md', import.meta.url);

/** The commands under a heading of the runbook of worst commands. */
export const worstCommands = (
  heading: 'Outside of the drill' | 'Within the drill' | 'The host',
): readonly string[] => {
  const { procedures } = parseRunbook(readFileSync(FILE), FILE.pathname);
  const procedure = procedures.find((candidate) => candidate.heading === heading);
  return (
    procedure?.parts.flatMap(({ steps }) =>
      steps.flatMap(({ commands }) => commands.map(({ text }) => text)),
    ) ?? []
  );
};
