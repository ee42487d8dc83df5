import { posix } from 'node:path';
import type { IncomingMessage } from 'node:http';
import type { Engine } from './engine.ts';
import type { Bind } from './model.ts';

/** Whether a path in a container leads where it says: all of it is there, and nothing of it is a symbolic link. */
export const isPlain = async ({ container, path }: Bind['seen'], engine: Engine): Promise<boolean> => {
  const names = posix.normalize(path).split('/').slice(1);
  const prefixes = names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
  const links = await Promise.all(prefixes.map((prefix) => isLink(container, prefix, engine)));
  return !links.includes(true);
};

/** As Go writes it in a file's mode. */
const SYMBOLIC_LINK = 2 ** 27;

const isLink = async (container: string, path: string, engine: Engine): Promise<boolean> => {
  const asked = engine.open('HEAD', `/containers/${container}/archive?path=${encodeURIComponent(path)}`);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject).end();
  });
  answer.resume();
  const stat = answer.headers['x-docker-container-path-stat'];
  if (typeof stat !== 'string') return true;
  const { mode } = JSON.parse(Buffer.from(stat, 'base64').toString()) as { readonly mode: number };
  return Math.floor(mode / SYMBOLIC_LINK) % 2 === 1;
};
