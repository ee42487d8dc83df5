import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { drillbook, repository } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const FILES = 150;
/** So many that the pipe, which nobody reads, is full long before the last file: the repair waits in the middle. */
const LINES = 60;

const runbook = (command: string): string =>
  `# Web down\n\n\`\`\`bash\n${`${command} restart web\n`.repeat(LINES)}\`\`\`\n`;
const [old, repaired] = [runbook('docker-compose'), runbook('docker compose')];

/** Sends the signal as soon as so many files are being replaced, and reads only then what is written. */
const interrupted = async (
  folder: string,
  signal: NodeJS.Signals,
  files: number,
): Promise<{ code: number | null; stdout: string }> => {
  const lint = spawn(repository('bin/drillbook'), ['lint', '.', '--fix'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(lint, 'exit');
  const replaced = new Set<string>();
  const watcher = watch(folder);
  const enough = new Promise<void>((resolve) => {
    watcher.on('change', (_, name) => {
      if (String(name).endsWith('.new')) replaced.add(String(name));
      if (replaced.size === files) resolve();
    });
  });
  await Promise.race([enough, exit]);
  lint.kill(signal);
  watcher.close();
  const stdout = await text(lint.stdout);
  const [code] = (await exit) as [number | null];
  return { code, stdout };
};

test.each([
  ['SIGINT', 130, 1],
  ['SIGINT', 130, 5],
  ['SIGTERM', 143, 3],
  ['SIGHUP', 129, 8],
] as const)(
  '%s: exit %d, each file whole, and nothing beside them (after %d)',
  async (signal, code, files) => {
    await using folder = await temporaryFolder();
    const names = Array.from({ length: FILES }, (_, index) => `${1000 + index}.md`);
    for (const name of names) writeFileSync(join(folder.path, name), old);
    const textOf = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

    const ended = await interrupted(folder.path, signal, files);
    expect(readdirSync(folder.path).sort()).toEqual(names);
    const whole = names.map(textOf).filter((each) => each === repaired).length;
    expect(names.map(textOf).filter((each) => each === old)).toHaveLength(FILES - whole);
    expect(whole).toBeGreaterThanOrEqual(files);
    expect(whole).toBeLessThan(FILES);
    expect(ended.stdout.split('\n').at(-2)).toMatch(
      new RegExp(`^${whole} files? changed; interrupted, and ${FILES - whole} files not reached$`),
    );
    expect(ended.code).toBe(code);

    const rest = await drillbook(['lint', '.', '--fix'], { cwd: folder.path });
    expect(rest.stdout).toContain(`${FILES - whole} files changed; left for you`);
    expect(names.map(textOf).every((each) => each === repaired)).toBe(true);
  },
);
