import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { expired } from './expired-certificate.ts';

const fixture = (file: string): string =>
  readFileSync(new URL(`../../test/fixtures/compose/faults/app/${file}`, import.meta.url), 'utf8');

test('the certificate is the same, and of the last years', () => {
  const [own, key] = [fixture('tls.pem'), fixture('tls.key')];
  const [before, after] = [new X509Certificate(own), new X509Certificate(expired(own, key))];
  expect(after.subject).toBe(before.subject);
  expect(after.serialNumber).toBe(before.serialNumber);
  expect(after.validToDate.getTime()).toBeLessThan(Date.now());
  expect(after.validToDate.getTime() - after.validFromDate.getTime()).toBeGreaterThan(364 * 86_400_000);
  expect(after.publicKey.export({ type: 'spki', format: 'pem' })).toBe(
    before.publicKey.export({ type: 'spki', format: 'pem' }),
  );
  expect(after.verify(before.publicKey)).toBe(true);
});
