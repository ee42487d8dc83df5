import { expect, test } from 'vitest';
import { procedureIn, stepsPlanned } from '../../test/support/planned.ts';
import { checkProcedure } from './check-procedure.ts';

const text = `## Shop Down

Resolution:

\`\`\`bash
shopctl repair
\`\`\`

Verification:

\`\`\`bash
curl -f localhost
\`\`\`
`;

test.each([
  [['curl'], [['tool-missing', 6]]],
  [['curl', 'shopctl'], []],
])('a remedy that is not typed for want of a program: with %j', (tools, warnings) => {
  const found = checkProcedure(procedureIn(text), stepsPlanned(text, {}, tools), 'shop.md');
  expect(found.map(({ code, location }) => [code, location?.line])).toEqual(warnings);
});
