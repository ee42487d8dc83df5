import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintRunbook } from '../../src/runbook/lint/lint.ts';
import { parseRunbook } from '../../src/runbook/parse.ts';
import { repository } from '../support/cli.ts';
import { canRun } from '../support/require.ts';

/** Real teams' runbooks. Not part of the project. */
const seeds = resolve(repository('.'), process.env.DRILLBOOK_SHARED ?? '../shared', 'seeds');

const missing = existsSync(seeds) ? undefined : `there is no ${seeds}`;

/** What is wrong in them and can be known without running: seed, line, rule. */
const TRAPS = `
000   1 mojibake
000  12 stale-anchor
000  14 alert-name-mismatch
000  51 endless-command
000  54 check-cannot-fail
000  98 deprecated-command
000 116 contradicting-budgets
000 129 implicit-database
000 160 exec-into-stopped
000 227 invalid-sql
000 266 check-cannot-fail
000 289 invalid-redis
000 292 lost-at-restart
000 308 destructive-without-guard
000 309 destructive-without-guard
000 364 title-not-done
000 381 unexplained-placeholder
000 392 contradicting-budgets
000 437 exec-into-stopped
000 471 measures-itself
000 484 contradicting-budgets
001  46 deprecated-command
001  53 check-cannot-fail
001 118 invalid-sql
001 127 wrong-place
001 136 wrong-place
001 136 destructive-without-guard
001 218 endless-command
001 218 logs-miss-stderr
001 249 interactive-without-terminal
001 249 destructive-without-guard
001 276 endless-command
001 276 measures-itself
001 310 contradicting-budgets
001 311 contradicting-budgets
001 359 endless-command
001 362 endless-command
001 377 interactive-without-terminal
002   1 mojibake
002  55 endless-command
002  55 deprecated-command
002  75 missing-import
002 140 endless-command
002 163 measures-itself
002 172 destructive-without-guard
002 182 destructive-without-guard
002 185 wrong-place
002 188 wrong-place
002 197 flush-loses-queue
002 197 secret-in-runbook
002 210 check-cannot-fail
002 211 check-cannot-fail
002 212 check-cannot-fail
002 215 curl-globs-url
002 263 title-not-done
002 328 marks-as-done
002 331 broken-link
002 349 interactive-without-terminal
002 349 destructive-without-guard
003  13 stale-anchor
003  86 contradicting-budgets
003 137 endless-command
003 139 alternative-never-reached
003 142 flush-loses-queue
003 142 check-cannot-fail
003 151 endless-command
003 159 endless-command
003 189 assignment-without-effect
003 203 silent-expiry
003 254 dependencies-not-installed
003 263 name-still-taken
003 284 check-cannot-fail
003 301 crontab-percent
003 389 title-not-done
003 433 invalid-redis
003 435 title-not-done
003 439 destructive-without-guard
004 222 scale-fixed-name
004 223 flush-loses-queue
004 224 destructive-without-guard
004 266 interactive-without-terminal
004 286 scale-fixed-name
004 289 scale-fixed-name
004 295 missing-file
004 298 endless-command
004 345 destructive-without-guard
004 398 scale-fixed-name
004 428 interactive-without-terminal
004 457 invalid-sql
004 464 interactive-without-terminal
004 500 endless-command
004 924 interactive-without-terminal
004 952 broken-link
`;

const findings = (): ReadonlySet<string> =>
  new Set(
    (missing === undefined ? readdirSync(seeds) : []).flatMap((name) => {
      const path = join(seeds, name);
      const source = readFileSync(path);
      return lintRunbook(parseRunbook(source, path), {
        source,
        exists: () => false,
        wholeRepository: false,
      }).map(({ code, location }) => `${name.slice(0, 3)} ${location.line} ${code}`);
    }),
  );

describe.runIf(canRun('the lint of real teams’ runbooks', missing))('real teams’ runbooks', () => {
  const found = findings();

  test.each(TRAPS.trim().split('\n'))('%s', (trap) => {
    expect(found).toContain(trap.replaceAll(/ +/g, ' '));
  });

  test('a line that is in order has no finding', () => {
    const lines = [...found].map((each) => each.split(' ').slice(0, 2).join(' '));
    for (const inOrder of ['000 48', '000 163', '001 99', '002 150', '003 273', '004 251']) {
      expect(lines).not.toContain(inOrder);
    }
  });
});
