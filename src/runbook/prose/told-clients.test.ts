import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const kinds = (text: string): readonly string[] => commandsIn(text).map(({ client = 'shell' }) => client);

const typedIn = (text: string): readonly string[] => commandsIn(text).map(({ text: own }) => own);

test('what psql has of its own to list is a statement, where the text tells so', () => {
  expect(commandsIn('Open the console (`psql`), then list the databases (`\\l`).\n')).toMatchObject([
    { text: 'psql', kind: 'shell' },
    { text: '\\l', kind: 'client', client: 'psql' },
  ]);
  expect(typedIn('Search for digits (`\\d`), then split it at newlines (`\\n`).\n')).toEqual([]);
});

test.each([
  ['Check status: `rs.status()`', ['mongosh']],
  ['Check the memory → `INFO memory`', ['redis-cli']],
  ['Show the tables: `\\dt`', ['psql']],
  ['Check for: `INFO memory`', []],
  ['Replication status: `rs.status()`', []],
])('a statement that only one client takes, behind the label of an order: %s', (text, clients) => {
  expect(kinds(`${text}\n`)).toEqual(clients);
});

test.each([
  ['The secondaries run and you can verify replication with `rs.status()` in `mongosh`.', ['rs.status()']],
  ['The secondaries run and they report it with `rs.status()` in `mongosh`.', []],
])('what others type in a client, and what the reader can: %s', (text, typed) => {
  expect(typedIn(`${text}\n`)).toEqual(typed);
});
