import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePort } from './ports.ts';

const location = { file: 'compose.yaml', line: 1, column: 1 };
const port = fc.integer({ min: 1, max: 65_535 });
const protocol = fc.constantFrom('tcp' as const, 'udp' as const);

test('the short form and the long one mean the same', () => {
  fc.assert(
    fc.property(port, port, protocol, fc.option(fc.ipV4()), (published, target, proto, ip) => {
      const short = parsePort(`${ip === null ? '' : `${ip}:`}${published}:${target}/${proto}`, location);
      const long = parsePort(
        { target, published: String(published), protocol: proto, ...(ip === null ? {} : { host_ip: ip }) },
        location,
      );
      expect(short).toEqual(long);
      expect(short).toMatchObject([{ published, target, protocol: proto }]);
    }),
  );
});

test('a range has a port for each', () => {
  fc.assert(
    fc.property(port, fc.integer({ min: 0, max: 20 }), (first, more) => {
      const last = Math.min(first + more, 65_535);
      const ports = parsePort(`${first}-${last}:${first}-${last}`, location);
      expect(ports).toHaveLength(last - first + 1);
    }),
  );
});

test('of several host ports for one in the container, the first is taken', () => {
  const taken = [{ published: 8000, target: 80 }];
  expect(parsePort('8000-8009:80', location)).toMatchObject(taken);
  expect(parsePort({ target: 80, published: '8000-8009' }, location)).toMatchObject(taken);
});

test('any text is ports or a reason', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parsePort(text, location);
      if (typeof parsed === 'string') expect(parsed).toContain(text);
      else expect(parsed.every(({ target }) => target > 0 && target < 65_536)).toBe(true);
    }),
  );
});

test.each(['0:80', '80:0', '65536', '8000-8002:80-81', '9-8:9-8', ':', 'a', '80:80:80:80', '80/sctp', ''])(
  '%j is refused',
  (text) => {
    expect(parsePort(text, location)).toBeTypeOf('string');
  },
);
