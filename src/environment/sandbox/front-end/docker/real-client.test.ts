import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { callFrontEnd } from '../../../../../test/support/call-front-end.ts';
import { dockerClientScene } from '../../../../../test/support/docker-client-scene.ts';
import recorded from '../../../../../test/fixtures/docker-client.json' with { type: 'json' };

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T04:00:00Z') });
});
afterAll(() => {
  vi.useRealTimers();
});

test.each(recorded)(
  'docker $args prints what the real client prints',
  async ({ args, stdout, stderr, exit }) => {
    const answer = await callFrontEnd(dockerClientScene(), ['docker', ...args]);
    expect(answer).toMatchObject({ stdout, stderr, exit });
  },
);
