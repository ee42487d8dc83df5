import { expect, test } from 'vitest';
import type { System } from '../compose/model.ts';
import { parseRunbook } from '../runbook/parse.ts';
import { planSteps } from './steps.ts';

const system: System = { file: 'compose.yaml', project: 'shop', services: [], volumes: [] } as never;

const losses = (typed: string): readonly (string | undefined)[] => {
  const text = `## Redis down\n\n\`\`\`bash\n${typed}\n\`\`\`\n`;
  const [procedure] = parseRunbook(new TextEncoder().encode(text), 'shop.md').procedures;
  if (procedure === undefined) throw new Error('no procedure');
  const drill = { bind: {}, answers: {}, choose: {}, branches: [] };
  return planSteps(procedure, { drill, system, runbookPath: 'shop.md', tools: new Set() }).flatMap(
    ({ commands }) => commands.map(({ loses }) => loses),
  );
};

test('what a command is known to lose, also what is typed into its client', () => {
  expect(losses('docker compose down -v\ndocker compose up -d')).toEqual([
    'the volumes, with the data of every service',
    undefined,
  ]);
  expect(losses('docker exec -it db psql -U shop\nDROP TABLE orders;')).toEqual([expect.any(String)]);
  expect(losses('docker exec -it db psql -U shop\nSELECT 1;')).toEqual([undefined]);
});
