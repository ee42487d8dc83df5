import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { rolldown, type Plugin } from 'rolldown';
import { compileSchema } from '../src/compose/schema-check.ts';
import { wordsOf, type Words } from '../src/runbook/command/words-of.ts';

// Puts programs into a few files each, since a process that loads 150 modules takes longer than what it is asked for: the command
// line (dist/bundle/), and the sandbox's agent, in its place in dist/.
// Usage: scripts/node node scripts/bundle.ts [folder of dist/]

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = process.argv[2] ?? 'dist';

/** Loaded by what starts systems, where they weigh little, and some of them choose their files while they run. */
const LEFT_OUT = ['dockerode', 'execa', 'ioredis', 'pg', 'testcontainers', 'toxiproxy-node-client'];

const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};
const unknown = LEFT_OUT.filter((name) => !(name in dependencies));
if (unknown.length > 0) throw new Error(`no dependencies any more: ${unknown.join(', ')}`);

/** A module finds its scripts, and programs that it starts, from its place in dist/, where it is not bundled. */
const ownPlaces = (folder: string): Plugin => ({
  name: 'own-places',
  transform: {
    filter: { code: 'import.meta.url', id: /\.ts$/ },
    handler: (code, id) => {
      const place = relative(join(root, 'src', folder), id)
        .split(sep)
        .join('/')
        .replace(/\.ts$/, '.js');
      return code.replaceAll('import.meta.url', `new URL('${place}', import.meta.url).href`);
    },
  },
});

/** What goes into one file with all that it needs, since each file takes its time to load: the first that matches counts. */
const FILES = [
  { name: 'start', test: /\/src\/(?:core\/exit-code|environment\/sandbox\/cache)\.ts$/, priority: 2 },
  { name: 'commands', test: /\/src\/cli\/program\.ts$/, priority: 1 },
  {
    name: 'reading',
    test: /\/src\/(?:cli\/diagnostics|cli\/read-bytes|report\/runbook|runbook\/parse)\.ts$/,
  },
];

/** The check that a schema is turned into is put in the place of what turns it. */
const madeCheck: Plugin = {
  name: 'made-check',
  load: {
    filter: { id: /\/compose\/schema-check\.ts$/ },
    handler: () => {
      const { ajv, check } = compileSchema({ source: true, esm: true });
      const code = standaloneCode.default(ajv, check);
      return `import equal from 'ajv/dist/runtime/equal.js';
        ${code.replaceAll('require("ajv/dist/runtime/equal")', 'equal')}
        export const schemaCheck = () => validate;`;
    },
  },
};

/** What each form in `knowledge/` could match is found once, here. */
const foundWords: Plugin = {
  name: 'found-words',
  load: {
    filter: { id: /\/runbook\/command\/words-of\.ts$/ },
    handler: async () => {
      const words = new Map<string, Words | undefined>();
      for (const file of globSync('src/runbook/knowledge/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }))
        for (const form of expressionsIn(await import(join(root, file))))
          words.set(form.source, wordsOf(form));
      const told = JSON.stringify([...words].filter(([, each]) => each !== undefined));
      return `
        const WORDS = new Map(JSON.parse(${JSON.stringify(told)}));
        export const wordsOf = ({ source }) => WORDS.get(source);
      `;
    },
  },
};

/** What tables of forms call them; other expressions are asked of each text, or of none that their words could be looked for in. */
const FORMS = new Set(['form', 'program', 'words', 'prompt', 'more']);

const expressionsIn = (value: unknown): readonly RegExp[] => {
  if (value instanceof RegExp) return [value];
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    each instanceof RegExp && !FORMS.has(name) ? [] : expressionsIn(each),
  );
};

/** The library for the command line loads this for programs of its own that Drillbook does not have. */
const noPrograms: Plugin = {
  name: 'no-programs',
  transform: {
    filter: { id: /\/commander\/lib\/command\.js$/ },
    handler: (code) => code.replace("import childProcess from 'node:child_process';", ''),
  },
};

/** The Markdown parser's machine code stays in its package, where `index.js` chooses that of the platform. */
const machineCode: Plugin = {
  name: 'machine-code',
  load: {
    filter: { id: /\/satteri\/index\.js$/ },
    handler: () => `
      const { createRequire } = require('node:module');
      module.exports = createRequire(createRequire(__filename).resolve('satteri'))('../index.js');
    `,
  },
};

/** @param folder where the files come, in dist/ */
const bundle = async (
  folder: string,
  input: readonly string[],
  { format, extension }: { readonly format: 'cjs' | 'es'; readonly extension: string },
): Promise<void> => {
  const made = await rolldown({
    cwd: root,
    input: [...input],
    platform: 'node',
    external: (id) =>
      id.startsWith('node:') || LEFT_OUT.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [madeCheck, foundWords, noPrograms, machineCode, ownPlaces(folder)],
  });
  await made.write({
    dir: join(dist, folder),
    format,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name]-[hash].${extension}`,
    codeSplitting: { groups: FILES },
  });
  await made.close();
};

// Node starts sooner with a few CommonJS files than with as many ECMAScript modules.
await bundle('bundle', ['src/cli/main.ts'], { format: 'cjs', extension: 'cjs' });
const agent = 'environment/sandbox/agent';
await bundle(agent, [`src/${agent}/main.ts`, `src/${agent}/everything.ts`], {
  format: 'es',
  extension: 'js',
});
