import { describe, expect, test } from 'vitest';
import { lintRunbook } from '../../runbook/lint/lint.ts';
import type { Finding } from '../../runbook/lint/model.ts';
import { parseRunbook } from '../../runbook/parse.ts';

const findingsOf = (rule: string, text: string): readonly Finding[] => {
  const source = new TextEncoder().encode(text);
  const context = { source, exists: () => true, wholeRepository: false };
  return lintRunbook(parseRunbook(source, 'x.md'), context).filter(({ code }) => code === rule);
};

const inFence = (command: string): string =>
  `# API down\n\n\`\`\`bash\n${command}\n\`\`\`\n\n\`\`\`bash\ncurl -fsS http://localhost/health\n\`\`\`\n`;

test('a placeholder may be called as what any object knows', () => {
  expect(findingsOf('unexplained-placeholder', inFence('ls <constructor>'))).toHaveLength(1);
  expect(
    findingsOf('unexplained-placeholder', `The constructor is known.\n\n${inFence('ls <constructor>')}`),
  ).toEqual([]);
});

describe('what destroys data', () => {
  test.each([
    ['dropdb shop', 'all that is in it'],
    ['docker volume rm pgdata', 'the volume with its data'],
    ['aws s3 rm --recursive s3://shop', 'every object below it'],
    ["mongosh --eval 'db.orders.drop()'", 'all that is in it'],
    ["psql -c 'TRUNCATE orders'", 'every row'],
  ])('%s', (command, loses) => {
    expect(findingsOf('destructive-without-guard', inFence(command)).map(({ message }) => message)).toEqual([
      `"${command}" loses ${loses}, and nothing before it warns or keeps it`,
    ]);
  });

  test.each(['docker volume ls', 'aws s3 ls --recursive s3://shop', "psql -c 'SELECT 1'"])(
    'not %s',
    (command) => {
      expect(findingsOf('destructive-without-guard', inFence(command))).toEqual([]);
    },
  );

  test('not what is only written to a file', () => {
    const written = "cat > /etc/cron.d/x <<'END'\nrm -rf /var/lib/shop\nEND";
    expect(findingsOf('destructive-without-guard', inFence(written))).toEqual([]);
    expect(findingsOf('destructive-without-guard', inFence('rm -rf /var/lib/shop'))).toHaveLength(1);
  });
});

describe('how an endless command is made to end', () => {
  test.each([
    ["watch -n 5 'docker logs web | tail -3'", 'run what it watches once'],
    ['docker logs -f web', 'take out the following (-f)'],
    ['tail -f /var/log/web.log', 'take out the following (-f)'],
    ['docker exec web node -e "setInterval(() => console.log(1), 1000)"', 'bound it: timeout 60 COMMAND'],
    ['docker compose up', 'add -d'],
    ['python3 -m http.server', 'start it in the background'],
  ])('%s', (command, hint) => {
    const found = findingsOf('endless-command', inFence(`${command}\ndate`));
    expect(found.map((each) => each.hint?.slice(0, hint.length))).toEqual([hint]);
  });
});

describe('passwords', () => {
  test.each([
    ['curl -fsS -u admin:admin http://localhost', 'admin'],
    ['export SHOP_DB_PASSWORD=Tr0ub4dor', 'Tr0ub4dor'],
    ['export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzz', 'wJalrXUtnFEMIK7MDENGbPxRfiCYzz'],
    ['docker login -u ci -p hunter222 registry.example.com', 'hunter222'],
    ['kubectl create secret generic db --from-literal=password=hunter222', 'hunter222'],
    ['psql -c "ALTER USER shop PASSWORD \'hunter2!x\'"', 'hunter2!x'],
    ['psql "host=db password=s3cr3tpw user=app"', 's3cr3tpw'],
    ['curl -H "X-Api-Key: 0123456789abcdef0123" http://localhost', '0123456789abcdef0123'],
    ["curl -H 'PRIVATE-TOKEN: glpat-abcdefghij0123456789' http://localhost", 'glpat-abcdefghij0123456789'],
    ['argocd login cd.example.com --username admin --password hunter222', 'hunter222'],
  ])('%s', (command, secret) => {
    const [found, ...more] = findingsOf('secret-in-runbook', inFence(command));
    expect(more).toEqual([]);
    expect(command.slice((found?.location.column ?? 0) - 1, (found?.location.endColumn ?? 0) - 1)).toBe(
      secret,
    );
  });

  test.each([
    'curl -fsS -u "admin:$PASSWORD" http://localhost',
    'curl -fsS -u admin http://localhost:8080',
    'export SHOP_DB_PASSWORD=$(vault read -field=p shop)',
    'docker login -u ci --password-stdin registry.example.com',
    'docker run -p 8080:80 web',
    'docker login -u ci -p "$TOKEN" registry.example.com',
    'kubectl create secret generic db --from-literal=key=value',
    'psql -c "ALTER USER shop PASSWORD \'new_password\'"',
    'psql "host=db password=<password> user=app"',
    'curl -H "X-Api-Key: $KEY" http://localhost',
    'mysqlpump -u root -p shop',
  ])('not %s', (command) => {
    expect(findingsOf('secret-in-runbook', inFence(command))).toEqual([]);
  });
});

const below = (comment: string): string => `# API down\n\n${comment}\n\n\`\`\`bash\ndropdb shop\n\`\`\`\n`;

describe('comments that switch rules off', () => {
  test.each([
    [
      '<!-- drillbook-disable-next-line destructive-without-gard -->',
      'there is no rule',
      'destructive-without-guard',
    ],
    [
      '<!-- drillbook-disable-nextline destructive-without-guard -->',
      'there is no drillbook-',
      'drillbook-disable-next-line',
    ],
    ['<!-- drillbook-disable Endless-Command -->', 'there is no rule', 'endless-command'],
  ])('%s switches nothing, and is told', (comment, message, meant) => {
    const [found, ...more] = findingsOf('invalid-mark', below(comment));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'warning', hint: `did you mean "${meant}"?` });
    expect(found?.message).toContain(message);
    expect(findingsOf('destructive-without-guard', below(comment))).toHaveLength(1);
  });

  test.each([
    '<!-- drillbook-disable-next-line -->',
    '<!-- drillbook-disable-next-line -- it is a copy -->',
    '<!-- drillbook-disable-next-line destructive-without-guard -- it’s a copy -->',
    '<!-- drillbook-disable no-verification, destructive-without-guard -->',
  ])('%s does', (comment) => {
    expect(findingsOf('invalid-mark', below(comment))).toEqual([]);
    expect(findingsOf('destructive-without-guard', below(comment))).toEqual([]);
  });

  test('one in a fence is an example', () => {
    const example = '# API down\n\n```markdown\n<!-- drillbook-disable nothing -->\n```\n';
    expect(findingsOf('invalid-mark', example)).toEqual([]);
  });
});

test('a finding in a sentence points at the command, and not at the same word before it', () => {
  const text =
    '# API down\n\nThe docker-compose restart is quick. Run `docker-compose restart web`, not docker-compose up.\n';
  const [found] = findingsOf('deprecated-command', text);
  const line = text.split('\n')[2] ?? '';
  expect(found?.location.column).toBe(line.indexOf('`docker-compose') + 2);
  expect(found?.fix).toEqual([
    { line: 3, start: line.indexOf('`') + 1, end: line.indexOf('`') + 15, text: 'docker compose' },
  ]);
});
