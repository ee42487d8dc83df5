import { posix, resolve } from 'node:path';
import {
  Copy,
  DockerfileParser,
  Env,
  Healthcheck as HealthcheckInstruction,
  JSONInstruction,
  type From,
  type Instruction,
} from 'dockerfile-ast';
import { type Diagnostic, hasErrors } from '../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import type { Location } from '../core/location.ts';
import { readText } from '../core/read-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import { didYouMean } from '../core/suggest.ts';
import { fieldsOf } from './fields.ts';
import { parseHealthcheck } from './healthcheck.ts';
import { interpolate } from './interpolate.ts';
import type { Build, BuiltImage, Healthcheck } from './model.ts';
import { signalName } from './signal.ts';
import { withoutUndefined } from './without-undefined.ts';

/**
 * What a Dockerfile's last stage (or `target`) says of the process that it is for. Nothing is built: a backend that has no
 * images runs the base image's program on the build context.
 * @param asked where the Compose file names the build
 */
export const loadDockerfile = async (build: Build, asked: Location): Promise<Result<BuiltImage>> => {
  const file = resolve(build.context, build.dockerfile ?? 'Dockerfile');
  try {
    return readDockerfile(await readText(file), file, build, asked);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return failure({
      code: 'unreadable-dockerfile',
      severity: 'error',
      message: `cannot read ${file}: ${whyUnreadable(error)}`,
      location: asked,
      hint: remedyFor(error, '"build:" names a folder with a Dockerfile, or gives "dockerfile:"'),
    });
  }
};

/** As `loadDockerfile`, from the file's text. */
const readDockerfile = (text: string, file: string, build: Build, asked: Location): Result<BuiltImage> => {
  const dockerfile = DockerfileParser.parse(text);
  const stages = dockerfile.getFROMs();
  const target = build.target;
  const names = stages.flatMap((stage) => stage.getBuildStage() ?? []);
  const wanted =
    target === undefined
      ? stages.at(-1)
      : (stages.find((stage) => sameName(stage.getBuildStage(), target)) ?? stages[Number(target)]);
  if (wanted === undefined) {
    return failure({
      code: 'invalid-dockerfile',
      severity: 'error',
      message: target === undefined ? `${file} has no FROM` : `${file} has no stage "${target}"`,
      location: asked,
      hint: target === undefined ? 'begin it with FROM and an image' : didYouMean(target, names),
    });
  }
  const args: Record<string, string> = {};
  for (const arg of dockerfile.getInitialARGs()) {
    const property = arg.getProperty();
    const name = property?.getName();
    if (name !== undefined) args[name] = build.args[name] ?? property?.getValue() ?? '';
  }
  const diagnostics: Diagnostic[] = [];
  const instructions = dockerfile.getInstructions();
  const image = imageOf(wanted, { file, build, stages, instructions, args, diagnostics });
  return hasErrors(diagnostics) ? failure(...diagnostics) : success(image);
};

interface Context {
  readonly file: string;
  readonly build: Build;
  readonly stages: readonly From[];
  readonly instructions: readonly Instruction[];
  /** Arguments that stand before the first FROM. */
  readonly args: Readonly<Record<string, string>>;
  readonly diagnostics: Diagnostic[];
}

const sameName = (stage: string | null, name: string): boolean => stage?.toLowerCase() === name.toLowerCase();

const lineOf = (instruction: Instruction): number => instruction.getRange().start.line;

/** A stage begins with what the image, or the stage before it, has; each instruction changes that. */
const imageOf = (from: From, context: Context): BuiltImage => {
  const { stages, instructions, args } = context;
  const base = interpolate(from.getImage() ?? '', args).text;
  const before = stages.find(
    (stage) => sameName(stage.getBuildStage(), base) && lineOf(stage) < lineOf(from),
  );
  const start: BuiltImage =
    before === undefined ? { base, environment: {}, expose: [], copies: [] } : imageOf(before, context);
  const next = stages.find((stage) => lineOf(stage) > lineOf(from));
  const own = instructions.filter(
    (instruction) =>
      lineOf(instruction) > lineOf(from) && (next === undefined || lineOf(instruction) < lineOf(next)),
  );
  const stage: Stage = { image: start, args: {}, shell: ['/bin/sh', '-c'], commandIsOwn: false };
  return own.reduce((state, instruction) => apply(state, instruction, context), stage).image;
};

interface Stage {
  readonly image: BuiltImage;
  readonly args: Readonly<Record<string, string>>;
  readonly shell: readonly string[];
  /** An ENTRYPOINT takes the CMD of the base away, not the stage's own. */
  readonly commandIsOwn: boolean;
}

const apply = (stage: Stage, instruction: Instruction, context: Context): Stage => {
  const { image } = stage;
  const expand = (text: string): string => interpolate(text, { ...stage.args, ...image.environment }).text;
  const content = instruction.getArgumentsContent() ?? '';
  const withImage = (change: Partial<BuiltImage>): Stage => ({ ...stage, image: { ...image, ...change } });
  switch (instruction.getKeyword()) {
    case 'ARG': {
      const [name = '', value] = content.split('=', 2);
      const given =
        context.build.args[name] ?? (value === undefined ? context.args[name] : expand(unquote(value)));
      return given === undefined ? stage : { ...stage, args: { ...stage.args, [name]: given } };
    }
    case 'ENV':
      return withImage({
        environment: {
          ...image.environment,
          ...Object.fromEntries(
            (instruction as Env)
              .getProperties()
              .map((property) => [property.getName(), expand(property.getValue() ?? '')]),
          ),
        },
      });
    case 'WORKDIR':
      return withImage({ workingDir: posix.resolve(image.workingDir ?? '/', expand(unquote(content))) });
    case 'USER':
      return withImage({ user: expand(content) });
    case 'STOPSIGNAL':
      return withStopSignal(stage, instruction, expand(content), context);
    case 'EXPOSE':
      return withImage({
        expose: [
          ...image.expose,
          ...instruction.getArguments().map((argument) => Number.parseInt(expand(argument.getValue()), 10)),
        ].filter((port) => port > 0),
      });
    case 'SHELL':
      return { ...stage, shell: strings(instruction) ?? stage.shell };
    case 'CMD':
      return { ...withImage({ command: argv(instruction, stage.shell) }), commandIsOwn: true };
    case 'ENTRYPOINT': {
      const { command, ...rest } = image;
      const entrypoint = argv(instruction, stage.shell);
      return {
        ...stage,
        image: { ...rest, entrypoint, ...(stage.commandIsOwn ? withoutUndefined({ command }) : {}) },
      };
    }
    case 'HEALTHCHECK':
      return {
        ...stage,
        image: withHealthcheck(image, instruction as HealthcheckInstruction, stage.shell, context),
      };
    case 'COPY':
    case 'ADD':
      return withImage({
        copies: [...image.copies, ...copies(instruction, image, expand, context.build.context)],
      });
    default:
      return stage;
  }
};

const unquote = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');

/** The exec form, `["a", "b"]`. */
const strings = (instruction: Instruction): readonly string[] | undefined => {
  const content = instruction.getArgumentsContent() ?? '';
  if (!(instruction instanceof JSONInstruction) || !content.startsWith('[')) return undefined;
  try {
    return (JSON.parse(content) as readonly unknown[]).map(String);
  } catch {
    return undefined;
  }
};

/** The exec form as it is; the shell form through the stage's shell, as Docker runs it. */
const argv = (instruction: Instruction, shell: readonly string[]): readonly string[] =>
  strings(instruction) ?? [...shell, shellLine(instruction.getArgumentsContent() ?? '')];

/** Without the continuation lines. */
const shellLine = (text: string): string => text.replaceAll(/\\[ \t]*\r?\n[ \t]*/g, ' ');

const withStopSignal = (
  stage: Stage,
  instruction: Instruction,
  typed: string,
  { file, diagnostics }: Context,
): Stage => {
  const stopSignal = signalName(typed);
  if (stopSignal !== undefined) return { ...stage, image: { ...stage.image, stopSignal } };
  diagnostics.push({
    code: 'invalid-dockerfile',
    severity: 'error',
    message: `"${typed}" is no signal`,
    location: { file, line: lineOf(instruction) + 1, column: 1 },
    hint: 'write a signal such as SIGQUIT, 3 or SIGRTMIN+3',
  });
  return stage;
};

const withHealthcheck = (
  image: BuiltImage,
  instruction: HealthcheckInstruction,
  shell: readonly string[],
  { file }: Context,
): BuiltImage => {
  const { healthcheck: _, ...without } = image;
  const command = instruction.getSubcommand();
  if (command?.getValue().toUpperCase() !== 'CMD') return without;
  const flags = Object.fromEntries(
    instruction.getFlags().map((flag) => [flag.getName().replaceAll('-', '_'), flag.getValue()]),
  );
  const after = (instruction.getArgumentsContent() ?? '').replace(/^.*?\bCMD\s+/is, '').trim();
  const test = after.startsWith('[')
    ? ['CMD', ...(JSON.parse(after) as string[])]
    : ['CMD-SHELL', shellLine(after)];
  const line = lineOf(instruction) + 1;
  const parsed = parseHealthcheck(fieldsOf({ ...flags, test }, '', { file, line, column: 1 }, []), {
    file,
    line,
    column: 1,
  });
  return parsed === 'disabled' || parsed.test === undefined
    ? without
    : { ...without, healthcheck: parsed as Healthcheck };
};

/** What is copied from the build context. What comes from another stage or the network is not. */
const copies = (
  instruction: Instruction,
  { workingDir = '/' }: BuiltImage,
  expand: (text: string) => string,
  context: string,
): BuiltImage['copies'] => {
  if (instruction instanceof Copy && instruction.getFromFlag() !== null) return [];
  const paths = strings(instruction) ?? instruction.getArguments().map((argument) => argument.getValue());
  const words = paths.filter((word) => !word.startsWith('--')).map(expand);
  const last = words.at(-1) ?? '';
  const path = posix.resolve(workingDir, last);
  const target = /(?:^|\/)\.?$/.test(last) && path !== '/' ? `${path}/` : path;
  return words
    .slice(0, -1)
    .filter((source) => !/^(?:https?:|git@|<<)/.test(source))
    .map((source) => ({ source: resolve(context, source.replace(/^\/+/, '')), target }));
};
