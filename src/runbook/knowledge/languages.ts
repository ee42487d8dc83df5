import type { Syntax } from './clients.ts';

/** What a fence holds, by the language it names. */
export type Content = 'shell' | 'console' | 'unknown' | 'sql' | 'redis' | Syntax | 'other';

const LANGUAGES: Readonly<Record<Exclude<Content, 'other'>, string>> = {
  shell:
    'sh bash shell zsh ksh fish dash csh tcsh ash bash-interactive azurecli azurecli-interactive azure-cli azurecli-cli cli cmd dos shellscript shell-script linux unix bat batch powershell pwsh ps1 posh azurepowershell azurepowershell-interactive',
  console:
    'console screen shell-session shellsession sh-session bash-session terminal term prompt session pycon',
  unknown:
    'text txt plain plaintext none raw code command commands cmdline command-line nohighlight no-highlight',
  sql: 'sql postgresql postgres pgsql psql mysql plsql plpgsql mariadb tsql sqlite',
  redis: 'redis redis-cli',
  line: '',
  python: 'python py python3',
  ruby: 'ruby rb irb',
  js: 'js javascript mongodb mongo mongosh',
};

const BY_NAME = new Map(
  Object.entries(LANGUAGES).flatMap(([content, names]) =>
    names.split(' ').map((name) => [name, content as Content] as const),
  ),
);

/** Languages that are typed into a page, never at a prompt, whatever stands before them. */
const QUERIES = new Set('promql logql traceql lucene kql esql kuery flux spl metricsql'.split(' '));

export const isQuery = (language: string): boolean => QUERIES.has(language);

/** What a fence of this language holds; a fence without one may hold anything. */
export const contentOf = (language: string): Content => {
  if (language === '') return 'unknown';
  const known = BY_NAME.get(language);
  if (known !== undefined) return known;
  // A slip of the pen (`8sh`), or no language at all but the first words of a command (`kubectl get …`).
  return /^\d*(?:ba)?sh\W?$/.test(language) ? 'shell' : 'other';
};
