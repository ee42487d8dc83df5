import { defineConfig, type OxlintOverride } from 'oxlint';

/** The folders of `src/`, and those of `src/runbook/`: what stands in one may use what comes before it (docs/decisions/structure.md). */
const FOLDERS = [
  'core',
  'runbook',
  'compose',
  'environment',
  'load',
  'alert',
  'operator',
  'fault',
  'probe',
  'drill',
  'plan',
  'conduct',
  'verdict',
  'report',
  'cli',
];
const STAGES = [
  'knowledge',
  'text',
  'command',
  'markdown',
  'conditions',
  'ways',
  'blocks',
  'prose',
  'marks',
  'steps',
  'procedures',
  'lint',
];

/** @param also what else a file of these folders may not import */
const inOrder = (parent: string, folders: readonly string[], also: readonly string[]): OxlintOverride[] =>
  folders.map((folder, index) => ({
    files: [`${parent}/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...folders.slice(index + 1).map((later) => `**/${later}/**`), ...also],
              message: `${parent}/${folder} may import only from the folders before it (docs/decisions/structure.md).`,
            },
          ],
        },
      ],
    },
  }));

const afterRunbook = FOLDERS.slice(FOLDERS.indexOf('runbook') + 1).map((later) => `**/${later}/**`);

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'warn' },
  rules: {
    'no-await-in-loop': 'off',
    'no-console': 'off',
    'unicorn/no-array-sort': 'off',
    'eslint/no-shadow': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-cycle': 'error',
    'eslint/no-underscore-dangle': 'off',
    'typescript/no-explicit-any': 'error',
    'eslint/eqeqeq': 'error',
    'eslint/max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    'oxc/no-map-spread': 'off',
    'import/no-named-as-default-member': 'off',
    'vitest/no-conditional-expect': 'off',
  },
  overrides: [
    { files: ['src/environment/sandbox/front-end/**/*.ts'], rules: { 'eslint/require-yield': 'off' } },
    ...inOrder('src', FOLDERS, ['**/index.ts']),
    ...inOrder('src/runbook', STAGES, [...afterRunbook, '**/index.ts']),
  ],
  ignorePatterns: ['node_modules', 'dist', 'test/fixtures'],
});
