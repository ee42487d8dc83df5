import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { execa } from 'execa';
import { ImageName } from 'testcontainers';
import type { Build, Service, System } from '../../compose/model.ts';
import { HarnessError } from '../../core/errors.ts';
import { FILE_LABEL, fileMark } from './built-images.ts';
import { type Engine, asked } from './engine.ts';
import { shared } from './shared-answers.ts';

/** Runs Drillbook's own programs in the drill's network. */
export const NODE_IMAGE = 'node:24-slim';

/** The operator's place. */
export const OPERATOR_IMAGE = 'drillbook/operator';

const OPERATOR_CONTEXT = fileURLToPath(new URL('../../../images/operator', import.meta.url));

/** Whether the engine has it. */
export const hasImage = ({ client }: Engine, image: string): Promise<boolean> =>
  client.image.exists(ImageName.fromString(image));

/** What containers are made from. */
export interface Image {
  /** As the engine knows it. */
  readonly name: string;
  readonly id: string;
  /** Where it asks for a volume. */
  readonly volumes: readonly string[];
}

/** Looks at one that the engine has. */
export const imageOf = async ({ docker }: Engine, name: string): Promise<Image> => {
  const { Id: id, Config: config } = await asked(
    `cannot look at image ${name}`,
    docker.getImage(name).inspect(),
  );
  return { name, id, volumes: Object.keys(config.Volumes ?? {}) };
};

/** Pulls an image that the engine does not have, with the user's logins. */
export const ensureImage = (engine: Engine, image: string): Promise<void> =>
  asked(
    `image ${image} is not there, and cannot be pulled`,
    engine.client.image.pull(ImageName.fromString(image), { force: false, platform: undefined }),
  );

/** The operator's image is built here, since no registry has it. */
export const ensureOperatorImage = async (engine: Engine, signal: AbortSignal): Promise<void> => {
  if (await hasImage(engine, OPERATOR_IMAGE)) return;
  await build(engine, OPERATOR_IMAGE, { context: OPERATOR_CONTEXT, args: {} }, {}, signal);
};

/**
 * The image of a service, pulled or built.
 * @returns its name in the engine
 * @throws HarnessError with the last lines of what the engine said
 */
export const ensureServiceImage = async (
  engine: Engine,
  system: System,
  service: Service,
  signal: AbortSignal,
): Promise<string> => {
  if (service.build === undefined) {
    if (service.image === undefined) throw new TypeError(`service ${service.name} has no image`);
    await ensureImage(engine, service.image);
    return service.image;
  }
  const tag = builtImage(system, service);
  const { build: how } = service;
  await shared(builds, tag, () => build(engine, tag, how, { [FILE_LABEL]: fileMark(system.file) }, signal));
  return tag;
};

/** Both arms of a drill, and services that are built alike, share one. */
const builds = new Map<string, Promise<void>>();

/**
 * Kept between drills, as Compose keeps its own: a name that two checkouts of one project do not share. What was built for a file that has gone
 * is removed (`built-images.ts`).
 */
export const builtImage = ({ file, project, services }: System, service: Service): string => {
  const alike = services.find(({ build }) => isDeepStrictEqual(build, service.build)) ?? service;
  const checkout = createHash('sha256').update(file).digest('hex').slice(0, 8);
  return `drillbook/${project}-${alike.name.toLowerCase()}:${checkout}`;
};

/**
 * By the `docker` client, as Compose does it: it knows BuildKit, the user's logins, and `.dockerignore`. (The builder of
 * testcontainers keeps the engine's words to itself.)
 */
const build = async (
  { dockerHost }: Engine,
  tag: string,
  { context, dockerfile, target, args }: Build,
  labels: Readonly<Record<string, string>>,
  cancelSignal: AbortSignal,
): Promise<void> => {
  const options = [
    '--tag',
    tag,
    '--file',
    resolve(context, dockerfile ?? 'Dockerfile'),
    ...(target === undefined ? [] : ['--target', target]),
    ...Object.entries(labels).flatMap(([name, value]) => ['--label', `${name}=${value}`]),
    ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
  ];
  const result = await execa('docker', ['build', ...options, context], {
    ...(dockerHost !== undefined && { env: { DOCKER_HOST: dockerHost } }),
    all: true,
    reject: false,
    stdin: 'ignore',
    cancelSignal,
  });
  if (!result.failed) return;
  cancelSignal.throwIfAborted();
  const said = (result.all ?? result.shortMessage ?? '').trim().split('\n').slice(-20).join('\n');
  throw new HarnessError('image-not-built', `the image of ${context} could not be built:\n${said}`, {
    hint: `docker build ${context}`,
  });
};
