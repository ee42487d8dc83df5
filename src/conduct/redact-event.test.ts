import { expect, it } from 'vitest';
import type { EventBody } from '../core/event.ts';
import { redactor } from '../core/redact.ts';
import { redactEvent } from './redact-event.ts';

const redact = redactor(['fail', 'kill', 'latency', 'queue']);
const written = (event: EventBody): unknown => redactEvent(event, redact);

it('replaces secrets in what others wrote, and leaves the words that the judge goes by', () => {
  const event: EventBody = {
    type: 'command-finished',
    arm: 'treated',
    step: 1,
    lines: [1, 1],
    command: 'psql -W fail',
    status: 'failed',
    ms: 5,
    output: 'fail is wrong',
    truncated: false,
    tries: 1,
    reason: 'it said: fail',
  };
  expect(written(event)).toEqual({
    ...event,
    command: 'psql -W ***',
    output: '*** is wrong',
    reason: 'it said: ***',
  });
});

it('leaves the drill’s name and the objectives’, but not what a drill says of its own', () => {
  const origin = { from: 'default', what: 'a queue' };
  const plan = {
    drill: { name: 'queue/fails', path: '/queue/fails.yaml' },
    faults: [{ kind: 'kill', what: 'kill app', spec: { kind: 'kill', path: '/fail' } }],
    probes: [{ name: 'queue', kind: 'queue', spec: {}, origin }],
    objectives: [
      { name: 'latency-p95', unit: 'ms', level: { figure: 'latency', of: 'load' }, origin },
      { name: 'queue', unit: 'number', level: { figure: 'value', of: ['queue'] }, origin },
    ],
  };
  expect(written({ type: 'drill-started', version: 1, drillbook: '1', plan })).toEqual({
    type: 'drill-started',
    version: 1,
    drillbook: '1',
    plan: {
      drill: { name: 'queue/fails', path: '/queue/fails.yaml' },
      faults: [{ kind: 'kill', what: '*** app', spec: { kind: '***', path: '/***' } }],
      probes: [{ name: '***', kind: 'queue', spec: {}, origin: { from: 'default', what: 'a ***' } }],
      objectives: [
        {
          name: 'latency-p95',
          unit: 'ms',
          level: { figure: 'latency', of: 'load' },
          origin: { from: 'default', what: 'a ***' },
        },
        {
          name: '***',
          unit: 'number',
          level: { figure: 'value', of: ['***'] },
          origin: { from: 'default', what: 'a ***' },
        },
      ],
    },
  });
});
