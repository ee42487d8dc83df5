import { expect, test } from 'vitest';
import { parseRunbook } from '../parse.ts';

/** What each command of a section is for. */
const roles = (heading: string, ...commands: readonly string[]): readonly string[] => {
  const text = `# Web down\n\n## ${heading}\n\n${commands
    .map((command, index) => `${index + 1}. Step:\n\n   \`\`\`bash\n   ${command}\n   \`\`\`\n`)
    .join('\n')}`;
  const { procedures } = parseRunbook(new TextEncoder().encode(text), 'x.md');
  return procedures.flatMap(({ parts }) =>
    parts.flatMap(({ role, steps }) => steps.flatMap((step) => step.commands.map(() => role))),
  );
};

test('below a heading that says nothing, what is not known to look is there for what it does', () => {
  for (const heading of ['Procedure', 'Unseal', 'Ablauf'])
    expect(
      roles(heading, 'docker compose ps', 'sh up-web.sh', 'sh foo.sh --now', 'consul kv put x 1'),
    ).toEqual(['diagnose', 'mitigate', 'mitigate', 'mitigate']);
});

test('below "Diagnosis", what may only be a trial is a look, and below "Verification" a check', () => {
  const commands = [
    'curl -X POST http://web/orders',
    'sh foo.sh',
    'pg_dump x > /backup/x',
    'nginx -s reload',
  ];
  expect(roles('Diagnosis', ...commands)).toEqual(['diagnose', 'diagnose', 'diagnose', 'mitigate']);
  expect(roles('Verification', ...commands)).toEqual(['verify', 'verify', 'verify', 'mitigate']);
});
