import { expect, test } from 'vitest';
import { mountAll, overlay, volume } from './mounts.ts';

test('all file systems are mounted by one table, in their order', () => {
  const script = mountAll([volume('/run/a', 1024), overlay(['/work dir'], '/run/b', 'b')]);
  expect(script).toContain("mkdir -p '/run/a'");
  expect(script).toContain("'tmpfs /run/a tmpfs mode=0777,size=1024 0 0'");
  expect(script.indexOf('/run/a tmpfs')).toBeLessThan(script.indexOf('overlay /run/b'));
  expect(script.match(/^mount /gm)).toHaveLength(1);
});

test('what parts fields or options in a path is written so that it does not', () => {
  const script = mountAll([overlay(['/a b:c,d#e'], '/x y', 'n')]);
  expect(script).toContain(String.raw`overlay /x\040y overlay`);
  expect(script).toContain(String.raw`lowerdir=/a\040b\134:c\134,d\043e,`);
});

test('nothing to mount is nothing to run', () => {
  expect(mountAll([])).toBe('');
});
