import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { ownerMark } from '../../src/environment/owner.ts';
import { repository } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const DRILL = repository('test/fixtures/package/drill.yaml');

/** `drillbook` is the program; the script's first argument is a folder of its own. */
const inShell = (script: string, folder: string) =>
  execa(
    'bash',
    ['-c', `set -o pipefail; drillbook() { "${repository('bin/drillbook')}" "$@"; }\n${script}`, '-', folder],
    {
      reject: false,
      stdin: 'ignore',
      timeout: 60_000,
      killSignal: 'SIGKILL',
    },
  );

test('a reader that has seen enough ends no drill', async () => {
  await using folder = await temporaryFolder();
  const run = `drillbook run --no-control --journal-path "$1/journal" ${DRILL} | head -c 1`;
  expect(await inShell(run, folder.path)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await readFile(join(folder.path, 'journal'), 'utf8')).toContain('"type":"drill-finished"');
});

test('a journal that cannot be written ends the drill, and is judged as far as it got', async () => {
  await using folder = await temporaryFolder();
  const disk = `mount -t tmpfs -o size=8k tmpfs "$1"`;
  const run = `drillbook run --no-control --journal-path "$1/journal" ${DRILL}`;
  const { exitCode, stdout, stderr } = await inShell(
    `export -f drillbook; unshare -Urm bash -c '${disk}; ${run}; echo "$?"; drillbook judge "$1/journal"' - "$1"`,
    folder.path,
  );
  expect(stderr).toMatch(/error the journal .* cannot be written: the disk is full/);
  expect(stdout).toMatch(/INCONCLUSIVE[^]*\n2\n[^]*INCONCLUSIVE/);
  expect(exitCode).toBe(2);
});

test.each([
  ['drillbook schema > /dev/full', 2, 'cannot write to stdout: the disk is full'],
  [`drillbook run --journal-path /proc/journal ${DRILL}`, 64, 'cannot write the journal /proc/journal'],
  [`touch "$1/j"; drillbook run --journal-path "$1/j" ${DRILL}`, 64, 'there is such a file already'],
  [`XDG_CACHE_HOME=/etc/passwd drillbook run ${DRILL}`, 2, 'set XDG_CACHE_HOME'],
  ['XDG_CACHE_HOME=/etc/passwd drillbook clean', 2, 'set XDG_CACHE_HOME'],
  [
    'mkdir "$1/gone"; cd "$1/gone"; rmdir ../gone; drillbook lint x.md',
    2,
    'the folder that you are in has been removed',
  ],
  [`drillbook run --journal-path "$1/j" --report junit=$1 ${DRILL}`, 64, 'it is a folder'],
  [
    `drillbook run -q --no-control --journal-path "$1/j" --report junit=/dev/full ${DRILL}`,
    2,
    'the junit report cannot be written to /dev/full: the disk is full',
  ],
])('%s: exit %i, %s', async (script, code, message) => {
  await using folder = await temporaryFolder();
  const { exitCode, stderr } = await inShell(script, folder.path);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(exitCode).toBe(code);
});

test('where clean cannot look keeps it from no other place', async () => {
  await using folder = await temporaryFolder();
  const dead = join(folder.path, 'drillbook-dead');
  await mkdir(dead);
  await writeFile(join(dead, 'owner'), ownerMark(99_999_999));
  const clean = 'TMPDIR="$1" XDG_CACHE_HOME=/etc/passwd drillbook clean';
  const { exitCode, stdout, stderr } = await inShell(clean, folder.path);
  expect(stdout).toContain(`removed ${dead}`);
  expect(stderr).toContain('set XDG_CACHE_HOME');
  expect(exitCode).toBe(2);
});
