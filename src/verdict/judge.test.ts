import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../conduct/journal.ts';
import { redactEvent } from '../conduct/redact-event.ts';
import type { DrillEvent } from '../core/event.ts';
import { redactor } from '../core/redact.ts';
import type { Plan } from '../plan/model.ts';
import { judge } from './judge.ts';

const folder = new URL('../../test/fixtures/journals/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(`${name}.jsonl`, folder), 'utf8');

const events = (name: string): readonly DrillEvent[] => {
  const result = readJournal(text(name), name);
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.value;
};

/** A journal for each rule, and what must come of it: the verdict and the codes of its reasons. */
const CASES: Record<string, string> = {
  pass: 'pass recovered',
  'pass-without-control': 'pass recovered',
  'pass-command-failed': 'pass recovered',
  'pass-lost-writes-not-promised': 'pass recovered',
  'not-recovered': 'fail not-recovered verification-failed',
  'objective-missed': 'fail objective-missed',
  'objective-missed-control-interrupted': 'fail objective-missed',
  'writes-lost': 'fail objective-missed',
  'verification-failed': 'fail verification-failed',
  'no-evidence': 'inconclusive no-evidence',
  'not-noticed': 'inconclusive not-noticed',
  'nothing-run': 'inconclusive nothing-run',
  'control-recovered': 'inconclusive control-recovered',
  'control-no-evidence': 'inconclusive control-no-evidence',
  'control-not-noticed': 'inconclusive control-not-noticed',
  'control-missing': 'inconclusive control-missing',
  'control-interrupted': 'inconclusive interrupted',
  'ledger-unchecked': 'inconclusive ledger-unchecked',
  'no-write-acknowledged': 'inconclusive ledger-unchecked',
  'no-objective': 'inconclusive no-objective',
  'harness-error': 'inconclusive service-not-ready',
  interrupted: 'inconclusive interrupted',
  truncated: 'inconclusive truncated',
};

it.each(Object.entries(CASES))('%s: %s', (name, expected) => {
  const { verdict, reasons } = judge(events(name));
  expect([verdict, ...reasons.map(({ code }) => code)].join(' ')).toBe(expected);
});

/** Passwords that Drillbook's own words are made of. */
const PASSWORDS = [
  'drill',
  'fail',
  'sample',
  'time',
  'load',
  'phase',
  'recover',
  'inject',
  'treat',
  'verif',
  'lost',
  'kind',
];

it.each(Object.entries(CASES))('%s: the same, whatever a password is', (name, expected) => {
  const redact = redactor(PASSWORDS);
  const written = events(name).map((event) => redactEvent(event, redact) as DrillEvent);
  const { verdict, reasons } = judge(written);
  expect([verdict, ...reasons.map(({ code }) => code)].join(' ')).toBe(expected);
  expect(JSON.stringify(written)).not.toMatch(/"command":"[^"]*(?:drill|fail|load)/);
});

it('blames no runbook that was not begun, since the fault was not in force', () => {
  const unproved = events('nothing-run').map((event) =>
    event.type === 'evidence' ? { ...event, seen: false } : event,
  );
  expect(judge(unproved).reasons.map(({ code }) => code)).toEqual(['no-evidence']);
});

it.each([
  ['most of the time was over', 70_000, undefined, 'inconclusive no-time-left'],
  ['all of it was', undefined, undefined, 'inconclusive nothing-run'],
  ['there was time for one command', 70_000, 71_000, 'fail not-recovered verification-failed'],
  ['the first command took what was left', 2000, undefined, 'fail not-recovered verification-failed'],
] as const)(
  'blames no runbook for what was over before its first command: %s',
  (_, typed, ended, expected) => {
    const all = events('not-recovered');
    const start = all.find(({ type }) => type === 'fault-injected')?.at ?? Infinity;
    const late = all.flatMap((event): readonly DrillEvent[] => {
      if (event.type === 'command-started')
        return typed === undefined ? [] : [{ ...event, at: start + typed }];
      if (event.type !== 'command-finished') return [event];
      const status = typed === undefined ? 'skipped' : event.status;
      return [{ ...event, status, at: start + (ended ?? 120_001) }];
    });
    const { verdict, reasons } = judge(late);
    expect([verdict, ...reasons.map(({ code }) => code)].join(' ')).toBe(expected);
  },
);

it('has a case for each journal', () => {
  expect(readdirSync(folder).toSorted()).toEqual(
    Object.keys(CASES)
      .map((name) => `${name}.jsonl`)
      .toSorted(),
  );
});

it('measures from when the fault is in to the samples’ own times', () => {
  const { measures, objectives, control, evidence } = judge(events('pass'));
  // Injected at 2010; first failed sample 2115 to 2120; the last probe good again at 4131.
  expect(measures).toEqual({
    detectMs: 110,
    respondMs: 140,
    recoverMs: 2121,
    outageMs: 2016,
    ackedWrites: 212,
    lostWrites: 0,
  });
  expect(objectives.map(({ name, measured, met }) => [name, measured, met])).toEqual([
    ['detect', 110, true],
    ['recover', 2121, true],
    ['lost-writes', 0, true],
  ]);
  expect(control).toEqual({ ran: true, recovered: false, watchedMs: 4400 });
  expect(evidence).toEqual([
    { fault: 'kill postgres', what: 'postgres is exited (137); port 5432 refuses connections', seen: true },
  ]);
});

it('holds the time that it took to put the fault in against nobody', () => {
  const all = events('pass');
  const from = all.find(({ type }) => type === 'fault-injected')?.at ?? Infinity;
  // Two minutes more, twice as long as the runbook may take.
  const slow = all.map((event) => {
    if (event.at < from) return event;
    const at = event.at + 120_000;
    return event.type === 'sample' ? { ...event, begun: event.begun + 120_000, at } : { ...event, at };
  });
  expect(judge(slow)).toMatchObject({ verdict: 'pass', measures: judge(all).measures });
  // A probe that failed meanwhile has not noticed it later than it was in; the outage is counted from there, too.
  const begun = {
    arm: 'treated',
    probe: 'postgres',
    begun: from,
    at: from + 5,
    ok: false,
    seen: '',
  } as const;
  const place = slow.findIndex(({ type }) => type === 'fault-injected');
  const early = slow.toSpliced(place, 0, { type: 'sample', wall: '', ...begun });
  const { detectMs, outageMs, recoverMs } = judge(early).measures;
  expect({ detectMs, outageMs }).toEqual({ detectMs: 0, outageMs: recoverMs });
});

/** The first reason, where the probes saw this after 2 min. */
const stayedDown = (saw: (probe: string) => string | undefined): string | undefined => {
  const seen = events('not-recovered').map((event) =>
    event.type === 'sample' && event.at > 120_000
      ? { ...event, ok: saw(event.probe) === undefined, seen: saw(event.probe) ?? 'ok' }
      : event,
  );
  return judge(seen).reasons[0]?.message;
};

it('says why the system did not come back: what still fails, and the fault in its own words', () => {
  const fault = 'what became of the fault: terminated 0 sessions; pool still full (27 of 27 slots held)';
  const within = 'the system did not come back within 2 min';
  expect(judge(events('not-recovered')).reasons[0]?.message).toBe(
    `${within}: app /health/ready fails (503: postgres down), postgres fails (connection refused); ${fault}`,
  );
  expect(stayedDown((probe) => (probe === 'postgres' ? undefined : '500'))).toBe(
    `${within}: app /health/ready fails (500); ${fault}`,
  );
  expect(stayedDown(() => undefined)).toBe(`${within}: its probes hold and fail in turn; ${fault}`);
});

it.each([
  ['drill', 'recover: 1 min 2 s, promised 1 min'],
  ['default', 'recover: 1 min 2 s, allowed 1 min by default'],
])('says of a limit of the %s that was missed: %s', (from, message) => {
  const [first, ...rest] = events('objective-missed');
  if (first?.type !== 'drill-started') throw new Error('a journal begins with drill-started');
  const plan = first.plan as Plan;
  const objectives = plan.objectives.map((objective) => ({ ...objective, origin: { from, what: '' } }));
  const { reasons } = judge([{ ...first, plan: { ...plan, objectives } }, ...rest]);
  expect(reasons.map((reason) => reason.message)).toContain(message);
});

/** The fault twice, with evidence of those at these places. */
const twice = (...places: readonly number[]): readonly DrillEvent[] =>
  events('pass').flatMap((event): readonly DrillEvent[] => {
    if (event.type === 'evidence') return places.map((place) => ({ ...event, place }));
    if (event.type !== 'drill-started') return [event];
    const plan = event.plan as Plan;
    return [{ ...event, plan: { ...plan, faults: [...plan.faults, ...plan.faults] } }];
  });

it('needs evidence of each of two faults that are told in the same words', () => {
  expect(judge(twice(0, 1)).verdict).toBe('pass');
  for (const place of [0, 1])
    expect(judge(twice(place)).reasons.map(({ code }) => code)).toEqual(['no-evidence']);
});

it.each([
  ['pass-without-control', 'no-control'],
  ['pass-lost-writes-not-promised', 'lost-writes'],
  ['pass-command-failed', 'command-failed'],
])('%s: notes %s', (name, code) => {
  expect(judge(events(name)).notes.map((note) => note.code)).toContain(code);
});

it.each([
  ['', ''],
  [
    'one\nbash: line 36: cd: /srv: No such file or directory\n',
    ', bash: cd: /srv: No such file or directory',
  ],
  [
    'BEGIN\nERROR:  column "a" does not exist\nLINE 1: SELECT a FROM b;\n               ^\nHINT:  Perhaps you meant c.\n',
    ', ERROR:  column "a" does not exist',
  ],
  ['^\n', ', ^'],
  [`${'x'.repeat(300)}\n\n`, `, ${'x'.repeat(159)}…`],
])('notes of a command that failed what it said last: %j', (output, said) => {
  const told = events('pass-command-failed').map((event) =>
    event.type === 'command-finished' && event.status === 'failed' ? { ...event, output } : event,
  );
  const note = judge(told).notes.find(({ code }) => code === 'command-failed');
  expect(note?.message.replace(/^.*`: /, '')).toBe(`exit 2${said}`);
});

it.each([
  [
    { state: 'restarting', exitCode: 3 },
    'worker was not up before anything was broken (exit code 3), and no probe saw it',
  ],
  [{ state: 'exited', exitCode: 0 }, undefined],
  [{ state: 'running' }, undefined],
  [{ state: 'exited', exitCode: 3, at: 2500 }, undefined],
] as const)('notes a service that failed before the fault, and that no probe asks for: %j', (seen, note) => {
  const worker = { type: 'service', arm: 'treated', service: 'worker', wall: '', at: 600, ...seen } as const;
  const [first, ...rest] = events('pass');
  const all = [first as DrillEvent, worker, ...rest];
  const { notes, verdict } = judge(all);
  expect(verdict).toBe('pass');
  expect(notes.find(({ code }) => code === 'not-up')?.message).toBe(note);
  // Whether a probe would have seen it is not known as long as nothing was broken.
  const inject = all.findIndex((event) => event.type === 'phase' && event.phase === 'inject');
  expect(judge(all.slice(0, inject)).notes.map(({ code }) => code)).not.toContain('not-up');
});

it('gives the same judgement again, byte for byte', () => {
  const first = JSON.stringify(judge(events('pass')));
  expect(JSON.stringify(judge(events('pass')))).toBe(first);
});

describe('a journal that was cut off', () => {
  it('is never a pass, wherever it ends', () => {
    const all = events('pass');
    for (let length = 1; length < all.length; length += 1) {
      expect(judge(all.slice(0, length)).verdict).toBe('inconclusive');
    }
  });

  it('loses its unfinished last line, with a warning', () => {
    const whole = text('pass');
    const cut = readJournal(whole.slice(0, -20), 'cut.jsonl');
    expect(cut.ok && cut.value.length).toBe(whole.split('\n').length - 2);
    expect(cut.diagnostics.map(({ code }) => code)).toEqual(['journal-cut-off']);
  });
});

it.each([
  ['', 'journal-without-event'],
  [text('pass').slice(0, 200), 'journal-without-event'],
  ['hello', 'not-a-journal'],
  ['{"type":"phase","at":1}\n', 'not-a-journal'],
  ['{"type":"drill-started","at":0,"version":99}\n', 'journal-version'],
  ['{"type":"drill-started","at":0,"version":1}\nhello\n', 'journal-line'],
  ['{"type":"drill-started","at":0,"version":1}\n', 'journal-line'],
  [`${text('pass')}{"type":"sample","at":9}\n`, 'journal-line'],
  [`${text('pass')}{"type":"steady","at":"9","arm":"control"}\n`, 'journal-line'],
  [`${text('pass')}${text('not-recovered')}`, 'several-journals'],
])('refuses %j: %s', (input, code) => {
  const result = readJournal(input, 'x');
  expect(result.ok).toBe(false);
  expect(result.diagnostics[0]?.code).toBe(code);
});

it('counts no lost writes where one of the ledgers never wrote any', () => {
  const all = events('pass');
  const audit = all.findIndex(({ type }) => type === 'ledger-audited');
  const { at, wall } = all[audit] as DrillEvent;
  const replica = { at, wall, arm: 'treated', ledger: 'rows in replica' } as const;
  const readOnly = all.toSpliced(
    audit,
    0,
    { ...replica, type: 'write-refused', number: 1, reason: 'read-only' },
    { ...replica, type: 'ledger-audited', checked: true, acknowledged: 0, lost: [] },
  );
  const { verdict, reasons, measures } = judge(readOnly);
  expect(verdict).toBe('inconclusive');
  expect(reasons).toEqual([
    {
      code: 'ledger-unchecked',
      message: 'lost writes could not be counted: rows in replica: no write was acknowledged: read-only',
    },
  ]);
  expect(measures).not.toHaveProperty('lostWrites');
});

it('reads on over what a later Drillbook tells', () => {
  const more = readJournal(text('pass').replace(/\n/, '\n{"type":"page-sent","at":9}\n'), 'x');
  expect(more.ok && judge(more.value).verdict).toBe('pass');
});

it('shows control characters that others wrote, so that no report steers a terminal', () => {
  const written = text('pass').replaceAll('docker compose restart postgres', 'a\\u001b[2J\\tb\\r\\nc\\u0007');
  const read = readJournal(written, 'x');
  const commands = read.ok ? read.value.flatMap((event) => ('command' in event ? [event.command] : [])) : [];
  expect(commands).toContain('a\ufffd[2J\tb\nc\ufffd');
});
