import type { Trait } from '../../knowledge/trait.ts';

/** Checks that exit 0 whatever they find. Matched on one line. */
export interface SilentCheck extends Trait {
  /** Said near it: that it goes on is what is wanted. */
  readonly unlessSaid?: RegExp;
  /** A file that holds this is loaded: its name stands in the group. */
  readonly unlessOf?: RegExp;
  readonly why: string;
  readonly remedy: string;
  /** Only where the text says that it verifies something; else wherever it stands. */
  readonly onlyVerification: boolean;
}

export const SILENT_CHECKS: readonly SilentCheck[] = [
  {
    form: /\|\|\s*(?:echo|true|:)(?=\s|$)/,
    unless: /\|\|\s*echo.*(?:exit|return|false)|\{/,
    why: 'after "||" the exit status is 0, also when the check fails',
    remedy: 'leave it out, or end with: || { echo FAILED; false; }',
    onlyVerification: true,
  },
  {
    form: /^\s*(?:time\s+)?curl\s/,
    unless:
      /\s-\w*f|--fail|http_code|response_code|\s-\w*[Ii]\b|--head|\|\s*(?:grep|jq\s+-e)|-X\s*(?:POST|PUT|PATCH|DELETE)|\s-d\b|--data|telnet:/,
    why: 'curl exits 0 for an HTTP error too (503)',
    remedy: 'add -f: curl -fsS URL',
    onlyVerification: true,
  },
  {
    form: /\bredis-cli\b/,
    unless: /\|\s*grep|\s-e\b|--bigkeys|--stat|--latency|--memkeys|\bset\b.*ex\b/i,
    why: 'redis-cli exits 0 also when the server refuses (NOAUTH, OOM, WRONGTYPE)',
    remedy: 'add -e (Redis 7), or look for the answer: … | grep -q PONG',
    onlyVerification: true,
  },
  {
    form: /\bredis-cli\b.*\s(?:flushdb|flushall|del|set|config\s+set)\b/i,
    unless: /\s-e\b|\|\s*grep/,
    why: 'redis-cli exits 0 also when the server refuses (NOAUTH, READONLY)',
    remedy: 'add -e (Redis 7), or read the answer: it must be OK',
    onlyVerification: false,
  },
  {
    form: /\bpsql\b(?:[^"']|"[^"]*"|'[^']*')*?(?:\s<(?!\S(?:[^<>\n]*\S)?(?<!\s\d)>)\s*\S|\s-f\s|--file)|\|\s*(?:\S+\s+)*psql\b/,
    unless: /ON_ERROR_STOP|\bpg_dumpall\b/,
    unlessSaid: /\berrors?\b.{0,80}\b(?:ignored?|expected|harmless|normal)\b|\bignore\b.{0,40}\berrors?\b/i,
    // It creates roles, of which one is always there: "role already exists".
    unlessOf: /\bpg_dumpall\b.*?(?:>\s*|\s(?:-f|--file)[ =]?)["']?([^\s"'|;]{3,})/,
    why: 'psql exits 0 whatever fails in the file',
    remedy: 'add -v ON_ERROR_STOP=1',
    onlyVerification: false,
  },
];

/** A pipe's exit status is that of its last program: one that always succeeds. */
export const ENDS_IN_SUCCESS = /\|\s*(?:head|tail|sort|uniq|wc|cat|tee|cut|awk|sed|less|more|column)\b[^|]*$/;
