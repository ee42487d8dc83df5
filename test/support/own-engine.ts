import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect } from 'vitest';
import { ENGINE } from './docker.ts';

/** A Docker engine of its own, on a file system of its own in memory, that is gone when it is disposed of. */
export interface OwnEngine extends AsyncDisposable {
  /** As `DOCKER_HOST` names it. */
  readonly host: string;
  /** `docker`, at this engine; @returns what it wrote */
  docker(...argv: readonly string[]): Promise<string>;
  /** Leaves no byte on its file system. */
  fill(): Promise<void>;
}

/**
 * @param size of its file system, as `mount` takes it
 * @param images of the machine's engine that it has, too
 */
export const ownEngine = async (size: string, images: readonly string[]): Promise<OwnEngine> => {
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
  const disk = join(folder, 'disk');
  const host = `unix://${folder}/engine.sock`;
  await mkdir(disk);
  await execa('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'drillbook-test', disk]);
  // No rules of the firewall: those are the machine's engine's.
  const places = [
    `--host=${host}`,
    `--data-root=${disk}`,
    `--exec-root=${folder}/exec`,
    `--pidfile=${folder}/pid`,
  ];
  const daemon = spawn('dockerd', [...places, '--iptables=false', '--ip-masq=false'], { stdio: 'ignore' });
  const ended = once(daemon, 'exit');
  const docker = async (...argv: readonly string[]): Promise<string> =>
    (await execa('docker', ['-H', host, ...argv])).stdout;
  const dispose = async (): Promise<void> => {
    daemon.kill();
    await ended;
    await execa('umount', [disk]);
    await rm(folder, { recursive: true });
  };
  try {
    await expect.poll(() => docker('version').catch(() => undefined), { timeout: 30_000 }).toBeDefined();
    if (images.length > 0) {
      const save = execa('docker', ['-H', `unix://${ENGINE}`, 'save', ...images], { buffer: false });
      await save.pipe('docker', ['-H', host, 'load'], { buffer: false });
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    host,
    docker,
    fill: async () => {
      // Not as much as is free now: the engine may write, too, meanwhile.
      const filler = ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=1M'];
      const { stderr } = await execa('dd', filler, { reject: false });
      expect(stderr).toContain('No space left on device');
    },
    [Symbol.asyncDispose]: dispose,
  };
};
