import { expect, test } from 'vitest';
import { ownModule, withDependencies } from './own-files.ts';

test('a module is found with the extension of the one that asks', () => {
  expect(ownModule('agent/main', 'file:///d/src/host.ts')).toBe('/d/src/agent/main.ts');
  expect(ownModule('agent/main', 'file:///d/dist/host.js')).toBe('/d/dist/agent/main.js');
});

test.each([
  ['/home/a/project/node_modules/drillbook/', '/home/a/project/node_modules'],
  ['/p/node_modules/.pnpm/drillbook@1.0.0/node_modules/drillbook', '/p/node_modules'],
  ['/home/a/drillbook/', '/home/a/drillbook/'],
])('the dependencies of %s lie in %s', (folder, expected) => {
  expect(withDependencies(folder)).toBe(expected);
});
