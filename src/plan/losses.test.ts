import { expect, test } from 'vitest';
import { stepsPlanned } from '../../test/support/planned.ts';

const losses = (typed: string): readonly (string | undefined)[] =>
  stepsPlanned(`## Redis down\n\n\`\`\`bash\n${typed}\n\`\`\`\n`).flatMap(({ commands }) =>
    commands.map(({ loses }) => loses),
  );

test('what a command is known to lose, also what is typed into its client', () => {
  expect(losses('docker compose down -v\ndocker compose up -d')).toEqual([
    'the volumes, with the data of every service',
    undefined,
  ]);
  expect(losses('docker exec -it db psql -U shop\nDROP TABLE orders;')).toEqual([expect.any(String)]);
  expect(losses('docker exec -it db psql -U shop\nSELECT 1;')).toEqual([undefined]);
  expect(losses('docker exec -it redis redis-cli\nDEL jobs')).toEqual([expect.any(String)]);
});
