import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs';
import { type Clock, systemClock } from '../core/clock.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { type DrillEvent, type Emit, JOURNAL_VERSION } from '../core/event.ts';
import type { Location } from '../core/location.ts';
import { redactor } from '../core/redact.ts';
import { failure, type Result, success } from '../core/result.ts';
import { isWhole, parseEvent } from './parse-event.ts';
import { redactEvent } from './redact-event.ts';

/** An append-only file of JSON Lines. */
export interface Journal extends Disposable {
  /** Writes an event with its time, at once: a run that is killed can be judged as far as it got. */
  readonly emit: Emit;
  /** Zero when the journal was opened: what a drill is timed with. */
  readonly clock: Clock;
  /** What has been written. */
  text(): string;
  /** Aborted, with the file system's error as reason, when an event could not be written; nothing more is written then. */
  readonly failed: AbortSignal;
}

/** What is kept out of a journal, and who else hears of its events. */
export interface JournalOptions {
  /** Values that are replaced wherever others wrote them; see `secretsOf`. */
  readonly secrets: Iterable<string>;
  /** Called for each event, as it was written. */
  readonly onEvent?: (event: DrillEvent) => void;
  readonly clock?: Clock;
}

/** @throws the file system's error, when the file exists already or cannot be written */
export const openJournal = (path: string, options: JournalOptions): Journal => {
  const file = openSync(path, 'ax');
  const redact = redactor(options.secrets);
  const clock = fromZero(options.clock ?? systemClock);
  const failure = new AbortController();
  return {
    clock,
    failed: failure.signal,
    emit: (body) => {
      if (failure.signal.aborted) return;
      const event = { at: clock.now(), wall: clock.wall().toISOString(), ...body };
      const line = JSON.stringify(redactEvent(event, redact));
      try {
        appendFileSync(file, `${line}\n`);
      } catch (error) {
        failure.abort(error);
        return;
      }
      const read = parseEvent(line);
      if (read !== undefined) options.onEvent?.(read);
    },
    text: () => readFileSync(path, 'utf8'),
    [Symbol.dispose]: () => closeSync(file),
  };
};

const fromZero = (clock: Clock): Clock => {
  const zero = clock.now();
  return {
    now: () => rounded(clock.now() - zero),
    wall: () => clock.wall(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
};

/** To a microsecond. */
const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

/**
 * Reads a journal. A last line that was cut off is left out with a warning; anything else that is not an event is an error.
 * @param path for the diagnostics
 */
export const readJournal = (text: string, path: string): Result<readonly DrillEvent[]> => {
  const lines = text.split('\n');
  const unfinished = lines.pop() ?? '';
  const events: DrillEvent[] = [];
  for (const [index, line] of lines.entries()) {
    const event = parseEvent(line);
    if (event === undefined) return failure(notAnEvent(path, index + 1));
    events.push(event);
  }
  const first = events[0];
  if (first === undefined && isBeginning(unfinished)) return failure(withoutEvent(path));
  if (first?.type !== 'drill-started') return failure(notAJournal(path));
  if (first.version !== JOURNAL_VERSION) return failure(otherVersion(path, first.version));
  const broken = events.findIndex((event) => !isWhole(event));
  if (broken !== -1) return failure(notAnEvent(path, broken + 1));
  const second = events.findIndex(({ type }, index) => index > 0 && type === 'drill-started');
  if (second !== -1) return failure(anotherJournal(path, second + 1));
  return success(events, unfinished === '' ? [] : [cutOff(path, lines.length + 1)]);
};

const notAnEvent = (file: string, line: number): Diagnostic => ({
  code: 'journal-line',
  severity: 'error',
  message: 'this line is not an event of a journal',
  location: at(file, line),
  hint: 'a journal is only ever appended to by `drillbook run`: was the file edited?',
});

/** Nothing, or a part of a first event. */
const isBeginning = (line: string): boolean => line === '' || line.startsWith('{"at":');

const withoutEvent = (file: string): Diagnostic => ({
  code: 'journal-without-event',
  severity: 'error',
  message: 'the journal ends before its first event: its run was killed as it began',
  location: at(file, 1),
  hint: 'run the drill again, and remove the file',
});

const notAJournal = (file: string): Diagnostic => ({
  code: 'not-a-journal',
  severity: 'error',
  message: 'the file does not begin as a journal does',
  location: at(file, 1),
  hint: 'give a file that `drillbook run --journal-path` wrote',
});

const anotherJournal = (file: string, line: number): Diagnostic => ({
  code: 'several-journals',
  severity: 'error',
  message: 'another drill begins here: the journals of several drills stand in one file',
  location: at(file, line),
  hint: 'give each its own file: a journal is judged as one drill',
});

const otherVersion = (file: string, version: unknown): Diagnostic => ({
  code: 'journal-version',
  severity: 'error',
  message: `the journal has version ${JSON.stringify(version)}; this Drillbook reads version ${JOURNAL_VERSION}`,
  location: at(file, 1),
  hint: 'judge it with the Drillbook that wrote it: its first line says which',
});

const cutOff = (file: string, line: number): Diagnostic => ({
  code: 'journal-cut-off',
  severity: 'warning',
  message: 'the last line is not complete, and is left out: the run was killed',
  location: at(file, line),
});

const at = (file: string, line: number): Location => ({ file, line, column: 1 });
