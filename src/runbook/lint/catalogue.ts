import type { Rule } from './model.ts';
import { alertNameMismatch } from './rules/alert-name-mismatch.ts';
import { alternativeNeverReached } from './rules/alternative-never-reached.ts';
import { brokenAnchor } from './rules/broken-anchor.ts';
import { brokenLink } from './rules/broken-link.ts';
import { checkCannotFail } from './rules/check-cannot-fail.ts';
import { contradictingBudgets } from './rules/contradicting-budgets.ts';
import { deprecatedCommand } from './rules/deprecated-command.ts';
import { destructiveWithoutGuard } from './rules/destructive-without-guard.ts';
import { endlessCommand } from './rules/endless-command.ts';
import { interactiveWithoutTerminal } from './rules/interactive-without-terminal.ts';
import { invalidRedis } from './rules/invalid-redis.ts';
import { invalidShell } from './rules/invalid-shell.ts';
import { invalidSql } from './rules/invalid-sql.ts';
import { missingBudget } from './rules/missing-budget.ts';
import { missingFile } from './rules/missing-file.ts';
import { missingImport } from './rules/missing-import.ts';
import { mojibake } from './rules/mojibake.ts';
import { noVerification } from './rules/no-verification.ts';
import { secretInRunbook } from './rules/secret-in-runbook.ts';
import { staleAnchor } from './rules/stale-anchor.ts';
import { unexplainedPlaceholder } from './rules/unexplained-placeholder.ts';
import { unknownCommand } from './rules/unknown-command.ts';
import { unknownService } from './rules/unknown-service.ts';
import { wrongPlace } from './rules/wrong-place.ts';

/** All rules; to add one, add its file, its name here, its page `docs/rules/<id>.md`, and its fixtures. */
export const rules: readonly Rule[] = [
  alertNameMismatch,
  alternativeNeverReached,
  brokenAnchor,
  brokenLink,
  checkCannotFail,
  contradictingBudgets,
  deprecatedCommand,
  destructiveWithoutGuard,
  endlessCommand,
  interactiveWithoutTerminal,
  invalidRedis,
  invalidShell,
  invalidSql,
  missingBudget,
  missingFile,
  missingImport,
  mojibake,
  noVerification,
  secretInRunbook,
  staleAnchor,
  unexplainedPlaceholder,
  unknownCommand,
  unknownService,
  wrongPlace,
];
