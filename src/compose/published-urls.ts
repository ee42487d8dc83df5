import type { Healthcheck, System } from './model.ts';

/** The command of a health check, as a shell line or an argument list. */
export const commandOf = ({ test }: Healthcheck): string | readonly string[] =>
  'shell' in test ? test.shell : test.argv;

/** The path of the URL by which a health check asks this port of its own service. */
export const pathAskedFor = (healthcheck: Healthcheck, port: number): string | undefined => {
  const text = [commandOf(healthcheck)].flat().join(' ');
  for (const [, ownPort = '80', path] of text.matchAll(OWN_URL)) if (Number(ownPort) === port) return path;
  return undefined;
};

const OWN_URL = /http:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s"'`?#|;&)]*)/g;

/** Where the published ports answer HTTP, as the drill's host reaches them: those that a health check asks by HTTP. */
export const publishedUrls = (system: System): readonly string[] =>
  system.services.flatMap(({ healthcheck, ports }) =>
    ports.flatMap(({ published, target, protocol }) => {
      const path = healthcheck === undefined ? undefined : pathAskedFor(healthcheck, target);
      if (protocol !== 'tcp' || published === undefined || path === undefined) return [];
      return [`http://localhost:${published}${path}`];
    }),
  );
