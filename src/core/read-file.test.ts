import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { whyUnreadable } from './file-error.ts';
import { readText, readWithin } from './read-file.ts';

const why = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'it was read',
    (error: unknown) => whyUnreadable(error as NodeJS.ErrnoException),
  );

it('a named pipe is refused, for it would be waited for', async () => {
  await using folder = await temporaryFolder();
  const pipe = join(folder.path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(await why(readText(pipe))).toBe('it is a named pipe');
});

it('a file that is too large is not read, nor a device without end', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'large');
  await writeFile(file, Buffer.alloc(3 * 1024 ** 2 + 1));
  expect(await why(readWithin(file, 3 * 1024 ** 2))).toBe('it has more than 3 MB');
  expect(await readWithin(file, 4 * 1024 ** 2)).toHaveLength(3 * 1024 ** 2 + 1);
  expect(await why(readWithin('/dev/zero', 1024 ** 2))).toBe('it has more than 1 MB');
  expect(await readText('/dev/null')).toBe('');
});

it('of a folder with more files than a process may have open, all are read', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'x'), 'whole');
  const url = pathToFileURL(join(import.meta.dirname, 'read-file.ts'));
  const read = `const { readText } = await import(${JSON.stringify(url)});
    const all = await Promise.all(Array.from({ length: 400 }, () => readText(process.argv[1])));
    console.log(all.join('').length)`;
  const script = 'ulimit -n 200; exec "$@"';
  const node = [process.execPath, '--input-type=module', '-e', read, join(folder.path, 'x')];
  expect((await execa('bash', ['-c', script, '-', ...node])).stdout).toBe('2000');
});

it('a folder is none, and a byte order mark is no part of the text', async () => {
  await using folder = await temporaryFolder();
  expect(await why(readText(folder.path))).toBe('it is a folder');
  const file = join(folder.path, 'marked');
  await writeFile(file, '\ufeffé\r\n');
  expect(await readText(file)).toBe('é\r\n');
  await writeFile(file, Buffer.from('\ufeffé', 'utf16le'));
  expect(await readText(file)).toBe('é');
  await writeFile(file, Buffer.from('\ufeffé', 'utf16le').swap16());
  expect(await readText(file)).toBe('é');
});

it('a name that no file can have is refused as if there were none', async () => {
  expect(await why(readText('a\0b'))).toBe('no file can have such a name');
});

it.each([
  ['/dev/stdin', 'echo whole | "$@" /dev/stdin'],
  ['<(…), with all of what is more than a pipe holds', '"$@" <(head -c 200000 /dev/zero | tr "\\0" x)'],
])('%s is read to its end', async (_, script) => {
  const read = `import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'read-file.ts')))}).then(async ({ readText }) => console.log((await readText(process.argv[1])).length))`;
  const { stdout } = await execa('bash', ['-c', script, '-', process.execPath, '-e', read, '--']);
  expect(stdout).toBe(script.includes('head') ? '200000' : '6');
});
