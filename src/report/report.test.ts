import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { judgedFixture } from '../../test/support/journals.ts';
import type { DrillEvent } from '../core/event.ts';
import { reports } from './catalogue.ts';
import { verdictLines } from './conclusion.ts';
import { effortOf } from './effort.ts';
import { pretty } from './pretty.ts';
import { strip } from './strip.ts';
import { colours, noColours } from './style.ts';
import { totals } from './totals.ts';
import { escapeXml } from './xml.ts';

const JOURNALS = ['pass', 'not-recovered', 'control-recovered', 'interrupted', 'truncated'];

/** Each format as it was read and approved by a person; `scripts/node vitest -u` writes them anew. */
const golden = (name: string): string =>
  new URL(`../../test/fixtures/reports/${name}`, import.meta.url).pathname;

describe.each(JOURNALS)('%s', (journal) => {
  test.each(Object.keys(reports))('as %s', async (format) => {
    await expect(reports[format]?.([judgedFixture(journal)])).toMatchFileSnapshot(
      golden(`${journal}.${format}.txt`),
    );
  });

  test('as a story', async () => {
    await expect(pretty([judgedFixture(journal)], noColours)).toMatchFileSnapshot(
      golden(`${journal}.pretty.txt`),
    );
  });
});

test('what is up at first is what is up then, and the rest is named', () => {
  const drill = judgedFixture('pass');
  const [first, ...rest] = drill.events;
  const seen = { type: 'service', arm: 'treated', wall: '', at: 400 } as const;
  const events: readonly DrillEvent[] = [
    first as DrillEvent,
    { ...seen, service: 'worker', state: 'running' },
    { ...seen, service: 'worker', state: 'restarting', exitCode: 3 },
    { ...seen, service: 'migrate', state: 'exited', exitCode: 0 },
    ...rest,
  ];
  expect(pretty([{ ...drill, events }], noColours)).toContain(
    'prepare  ✓ up: postgres; worker is restarting (3), migrate is exited (0)',
  );
});

describe('a note', () => {
  const drill = judgedFixture('pass');
  const lost = { code: 'data-lost', message: 'line 7, `a | b <c>`: loses 100%' };
  const failed = { code: 'command-failed', message: 'line 9, `d`: exit 1' };
  const noted = { ...drill, judgement: { ...drill.judgement, notes: [lost, failed] } };

  test('is in what a CI server shows of a drill', () => {
    expect(reports.junit?.([noted])).toContain(
      '.\nnote: data-lost: line 7, `a | b &lt;c&gt;`: loses 100%\nnote: command-failed: line 9, `d`: exit 1</system-out>',
    );
    expect(reports.summary?.([noted])).toMatch(
      /\n- .*\n  - note data-lost: line 7, `a \| b <c>`: loses 100%\n  - note command-failed: .*\n$/,
    );
  });

  test('is an annotation after those of all drills, and a warning where it puts the pass in doubt', () => {
    const place = 'file=runbooks/reference.md,line=10,title=reference/postgresql-down%3A';
    const annotations = reports.github?.([noted, drill]).trimEnd().split('\n') ?? [];
    expect(annotations.map((line) => line.replace(/::After.*/, ''))).toEqual([
      `::notice ${place} pass`,
      `::notice ${place} pass`,
      `::warning ${place} data-lost::line 7, \`a | b <c>\`: loses 100%25`,
      `::notice ${place} command-failed::line 9, \`d\`: exit 1`,
    ]);
  });

  test('that puts a pass in doubt is below its one line, and no other', () => {
    expect(verdictLines(noted, noColours).split('\n').slice(1)).toEqual([`  note: ${lost.message}`]);
  });
});

test('a file is where a CI server looks for it: from the working folder, or whole where it lies elsewhere', () => {
  const drill = judgedFixture('pass');
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('GITHUB_WORKSPACE', '');
  const at = (root: string) => {
    const { plan } = drill.judgement;
    const moved = {
      ...plan,
      runbook: { ...plan.runbook, path: join(root, 'runbooks/a b.md') },
      drill: { ...plan.drill, path: join(root, 'drills/a b.yaml') },
    };
    return [{ ...drill, judgement: { ...drill.judgement, plan: moved } }];
  };
  expect(reports.github?.(at(process.cwd()))).toContain('file=runbooks/a b.md,');
  expect(reports.junit?.(at(process.cwd()))).toContain('file="drills/a b.yaml"');
  expect(reports.github?.(at('/srv/other'))).toContain('file=/srv/other/runbooks/a b.md,');
  vi.stubEnv('GITHUB_WORKSPACE', '/srv');
  expect(reports.github?.(at('/srv/other'))).toContain('file=other/runbooks/a b.md,');
  expect(reports.junit?.(at('/srv/other'))).toContain('file="/srv/other/drills/a b.yaml"');
});

test('the time to detect is the one that is judged, of the probe that failed first', () => {
  const drill = judgedFixture('pass');
  const { events } = drill;
  const injected = events.findIndex(({ type }) => type === 'fault-injected');
  const { at = 0 } = events[injected] ?? {};
  const failed = { type: 'sample', arm: 'treated', wall: '', ok: false, probe: 'postgres' } as const;
  const first = { ...failed, begun: at - 2, at: at - 1, seen: 'too many connections' };
  const story = pretty([{ ...drill, events: events.toSpliced(injected, 0, first) }], noColours);
  const told = story.split('\n').map((line) => line.trim());
  expect(told.filter((line) => line.startsWith('detect'))).toEqual([
    'detect   · postgres: too many connections  0 ms',
  ]);
  expect(told.findIndex((line) => line.startsWith('detect'))).toBeGreaterThan(
    told.findIndex((line) => line.startsWith('inject')),
  );
});

test('several drills make one report', () => {
  const drills = JOURNALS.map(judgedFixture);
  expect(reports.junit?.(drills)).toContain('tests="5" failures="1" errors="3"');
  expect(reports.json?.(drills).trimEnd().split('\n')).toHaveLength(5);
});

test('several drills have totals, with those that an interruption left out', () => {
  const drills = JOURNALS.map(judgedFixture);
  expect(totals(drills, 6, noColours)).toMatch(
    /^6 drills in .*: 1 pass, 1 fail, 3 inconclusive, 1 not begun\nIn them .* of waits .* and .* of work\.\n$/,
  );
  expect(totals([], 2, noColours)).toContain('2 drills in 0 ms: 2 not begun');
});

test('waits and work are all the time of a drill, from its first phase to its last', () => {
  const { events } = judgedFixture('pass');
  const { waitMs, workMs } = effortOf(events);
  const phases = events.filter(({ type }) => type === 'phase' || type === 'arm-finished');
  const [first, last] = [phases[0]?.at ?? 0, phases.at(-1)?.at ?? 0];
  expect(waitMs).toBeGreaterThan(3000);
  expect(workMs).toBeGreaterThan(1000);
  expect(waitMs + workMs).toBeGreaterThan(0.99 * (last - first));
  expect(waitMs + workMs).toBeLessThanOrEqual(last - first);
});

test('colours change nothing but colours', () => {
  const drill = judgedFixture('pass');
  // oxlint-disable-next-line no-control-regex
  const bare = pretty([drill], colours).replaceAll(/\u001b\[\d+m/g, '');
  expect(bare).toBe(pretty([drill], noColours));
});

test('a slot with one bad sample is bad, so that a short outage does not disappear', () => {
  const samples = [0, 10, 20, 30, 40, 50].map((at) => ({ at, ok: at !== 10 }));
  expect(strip(samples, 0, 60, 3)).toEqual(['bad', 'good', 'good']);
  expect(strip([], 0, 60, 2)).toEqual(['none', 'none']);
});

test('XML holds any output', () => {
  expect(escapeXml('<a href="x">\u0000&\u001b[1m')).toBe('&lt;a href=&quot;x&quot;&gt;\ufffd&amp;\ufffd[1m');
});
