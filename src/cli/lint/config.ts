import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../../core/file-error.ts';
import { readText } from '../../core/read-file.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readYaml } from '../../core/yaml.ts';
import { LIMITS } from '../../runbook/text/limits.ts';
import type { Level } from '../../runbook/lint/levels.ts';

const CONFIG_FILES = ['drillbook.config.yaml', 'drillbook.config.yml'];

/** As other tools name theirs: who writes one means it. */
const UNREAD = ['json', 'jsonc', 'json5', 'toml', 'js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(
  (ending) => `drillbook.config.${ending}`,
);

export interface LintConfig {
  readonly rules: Readonly<Record<string, Level>>;
  readonly ignore: readonly string[];
  /** What globs are seen from. */
  readonly folder: string;
  /** Absolute path. */
  readonly compose?: string;
  /** URL of a server that is asked about SQL. */
  readonly postgres?: string;
  readonly maxBytes: number;
}

/** The configuration at `path`, or the nearest one above `cwd`, or the defaults. */
export const loadConfig = async (path: string | undefined, cwd: string): Promise<Result<LintConfig>> => {
  const file = path === undefined ? nearestAbove(cwd, [...CONFIG_FILES, ...UNREAD]) : resolve(cwd, path);
  if (file === undefined) return success({ rules: {}, ignore: [], folder: cwd, maxBytes: LIMITS.bytes });
  if (path === undefined && UNREAD.includes(basename(file))) return failure(unread(file));
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return failure({
      code: 'unreadable-config',
      severity: 'error',
      message: `cannot read the configuration ${file}: ${whyUnreadable(error)}`,
      hint: remedyFor(error, 'drillbook schema config says what it may hold'),
    });
  }
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const [{ configSchema }, { issuesAsDiagnostics }] = await Promise.all([
    import('./config-schema.ts'),
    import('../../drill/issues.ts'),
  ]);
  const parsed = configSchema.safeParse(yaml.value.value ?? {});
  if (!parsed.success)
    return failure(...issuesAsDiagnostics(parsed.error.issues, yaml.value, [], configSchema));
  const folder = dirname(file);
  const {
    rules: levels = {},
    ignore = [],
    compose,
    postgres,
    'max-bytes': maxBytes = LIMITS.bytes,
  } = parsed.data.lint ?? {};
  return success({
    rules: levels as LintConfig['rules'],
    ignore,
    folder,
    maxBytes,
    ...(postgres === undefined ? {} : { postgres }),
    ...(compose === undefined ? {} : { compose: resolve(folder, compose) }),
  });
};

const unread = (file: string): Diagnostic => ({
  code: 'unreadable-config',
  severity: 'error',
  message: `the configuration ${file} is not in YAML`,
  hint: `what is looked for is ${CONFIG_FILES.join(' or ')}`,
});

/** The first of these files in the folder or in one above it, up to the repository's root. */
export const nearestAbove = (folder: string, names: readonly string[]): string | undefined => {
  for (let here = resolve(folder); ; here = dirname(here)) {
    const found = names.map((name) => join(here, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (existsSync(join(here, '.git')) || dirname(here) === here) return undefined;
  }
};
