import type { Rule } from './model.ts';
import { alertNameMismatch } from './rules/alert-name-mismatch.ts';
import { alternativeNeverReached } from './rules/alternative-never-reached.ts';
import { assignmentWithoutEffect } from './rules/assignment-without-effect.ts';
import { brokenAnchor } from './rules/broken-anchor.ts';
import { brokenLink } from './rules/broken-link.ts';
import { checkCannotFail } from './rules/check-cannot-fail.ts';
import { contradictingBudgets } from './rules/contradicting-budgets.ts';
import { crontabPercent } from './rules/crontab-percent.ts';
import { curlGlobsUrl } from './rules/curl-globs-url.ts';
import { dependenciesNotInstalled } from './rules/dependencies-not-installed.ts';
import { deprecatedCommand } from './rules/deprecated-command.ts';
import { destructiveWithoutGuard } from './rules/destructive-without-guard.ts';
import { endlessCommand } from './rules/endless-command.ts';
import { execIntoStopped } from './rules/exec-into-stopped.ts';
import { flushLosesQueue } from './rules/flush-loses-queue.ts';
import { implicitDatabase } from './rules/implicit-database.ts';
import { interactiveWithoutTerminal } from './rules/interactive-without-terminal.ts';
import { invalidMark } from './rules/invalid-mark.ts';
import { invalidRedis } from './rules/invalid-redis.ts';
import { invalidShell } from './rules/invalid-shell.ts';
import { invalidSql } from './rules/invalid-sql.ts';
import { logsMissStderr } from './rules/logs-miss-stderr.ts';
import { lostAtRestart } from './rules/lost-at-restart.ts';
import { marksAsDone } from './rules/marks-as-done.ts';
import { measuresItself } from './rules/measures-itself.ts';
import { missingBudget } from './rules/missing-budget.ts';
import { missingFile } from './rules/missing-file.ts';
import { missingImport } from './rules/missing-import.ts';
import { mojibake } from './rules/mojibake.ts';
import { nameStillTaken } from './rules/name-still-taken.ts';
import { noVerification } from './rules/no-verification.ts';
import { scaleFixedName } from './rules/scale-fixed-name.ts';
import { secretInRunbook } from './rules/secret-in-runbook.ts';
import { silentExpiry } from './rules/silent-expiry.ts';
import { staleAnchor } from './rules/stale-anchor.ts';
import { titleNotDone } from './rules/title-not-done.ts';
import { unexplainedPlaceholder } from './rules/unexplained-placeholder.ts';
import { unknownCommand } from './rules/unknown-command.ts';
import { unknownService } from './rules/unknown-service.ts';
import { wrongPlace } from './rules/wrong-place.ts';

/** All rules; to add one, add its file, its name here, its page `docs/rules/<id>.md`, and its fixtures. */
export const rules: readonly Rule[] = [
  alertNameMismatch,
  alternativeNeverReached,
  assignmentWithoutEffect,
  brokenAnchor,
  brokenLink,
  checkCannotFail,
  contradictingBudgets,
  crontabPercent,
  curlGlobsUrl,
  dependenciesNotInstalled,
  deprecatedCommand,
  destructiveWithoutGuard,
  endlessCommand,
  execIntoStopped,
  flushLosesQueue,
  implicitDatabase,
  interactiveWithoutTerminal,
  invalidMark,
  invalidRedis,
  invalidShell,
  invalidSql,
  logsMissStderr,
  lostAtRestart,
  marksAsDone,
  measuresItself,
  missingBudget,
  missingFile,
  missingImport,
  mojibake,
  nameStillTaken,
  noVerification,
  scaleFixedName,
  secretInRunbook,
  silentExpiry,
  staleAnchor,
  titleNotDone,
  unexplainedPlaceholder,
  unknownCommand,
  unknownService,
  wrongPlace,
];
