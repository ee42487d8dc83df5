import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';

// Puts the command line into a few files, dist/bundle/: a process that loads 150 modules takes longer than what it is asked for.
// Usage: scripts/node node scripts/bundle.ts [folder of dist/]

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = process.argv[2] ?? 'dist';

/** Loaded by what starts systems, where they weigh little, and some of them choose their files while they run. */
const LEFT_OUT = [
  'ajv',
  'dockerfile-ast',
  'dockerode',
  'execa',
  'ioredis',
  'pg',
  'testcontainers',
  'toxiproxy-node-client',
];

const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};
const unknown = LEFT_OUT.filter((name) => !(name in dependencies));
if (unknown.length > 0) throw new Error(`no dependencies any more: ${unknown.join(', ')}`);

/** A module finds its scripts, and programs that it starts, from its place in dist/, where it is not bundled. */
const ownPlaces: Plugin = {
  name: 'own-places',
  transform: {
    filter: { code: 'import.meta.url', id: /\.ts$/ },
    handler: (code, id) => {
      const place = relative(`${root}/src`, id).split(sep).join('/').replace(/\.ts$/, '.js');
      return code.replaceAll('import.meta.url', `new URL('../${place}', import.meta.url).href`);
    },
  },
};

const bundle = await rolldown({
  cwd: root,
  input: 'src/cli/main.ts',
  platform: 'node',
  external: (id) =>
    id.startsWith('node:') || LEFT_OUT.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [ownPlaces],
});
await bundle.write({
  dir: `${dist}/bundle`,
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
