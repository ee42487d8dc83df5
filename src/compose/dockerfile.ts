import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Cmd, DockerfileParser, Entrypoint, Env, JSONInstruction, type Instruction } from 'dockerfile-ast';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Build, BuiltImage } from './model.ts';

/**
 * What a Dockerfile's last stage (or `target`) says of the process that it is for. Nothing is built: a backend that has no
 * images runs the base image's program on the build context.
 * @param asked where the Compose file names the build
 */
export const readDockerfile = async (build: Build, asked: Location): Promise<Result<BuiltImage>> => {
  const file = resolve(build.context, build.dockerfile ?? 'Dockerfile');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return failure({
      code: 'unreadable-dockerfile',
      severity: 'error',
      message: `cannot read ${file}: ${(error as Error).message}`,
      location: asked,
      hint: '"build:" names a folder with a Dockerfile, or gives "dockerfile:"',
    });
  }
  const dockerfile = DockerfileParser.parse(text);
  const stages = dockerfile.getFROMs();
  const last =
    build.target === undefined ? stages.at(-1) : stages.find((from) => from.getBuildStage() === build.target);
  const base = last?.getImage();
  if (last === undefined || base === null || base === undefined) {
    return failure(noStage(file, build.target, asked));
  }
  const from = last.getRange().start.line;
  const next =
    stages.find((stage) => stage.getRange().start.line > from)?.getRange().start.line ??
    Number.POSITIVE_INFINITY;
  const instructions = dockerfile
    .getInstructions()
    .filter(
      (instruction) => instruction.getRange().start.line > from && instruction.getRange().start.line < next,
    );
  return success(fromInstructions(base, instructions));
};

const noStage = (file: string, target: string | undefined, asked: Location): Diagnostic => ({
  code: 'invalid-dockerfile',
  severity: 'error',
  message: target === undefined ? `${file} has no FROM` : `${file} has no stage "${target}"`,
  location: asked,
});

const fromInstructions = (base: string, instructions: readonly Instruction[]): BuiltImage => {
  const last = (keyword: string): Instruction | undefined =>
    instructions.findLast((instruction) => instruction.getKeyword() === keyword);
  const workingDir = last('WORKDIR')?.getArgumentsContent();
  const user = last('USER')?.getArgumentsContent();
  const command = argv(last('CMD'));
  const entrypoint = argv(last('ENTRYPOINT'));
  return {
    base,
    environment: Object.fromEntries(
      instructions
        .filter((instruction) => instruction instanceof Env)
        .flatMap((instruction) =>
          instruction.getProperties().map((property) => [property.getName(), property.getValue() ?? '']),
        ),
    ),
    expose: instructions
      .filter((instruction) => instruction.getKeyword() === 'EXPOSE')
      .flatMap((instruction) =>
        instruction.getArguments().map((argument) => Number.parseInt(argument.getValue(), 10)),
      ),
    ...(workingDir ? { workingDir } : {}),
    ...(user ? { user } : {}),
    ...(command === undefined ? {} : { command }),
    ...(entrypoint === undefined ? {} : { entrypoint }),
  };
};

/** The exec form as it is; the shell form through `/bin/sh -c`, as Docker runs it. */
const argv = (instruction: Instruction | undefined): readonly string[] | undefined => {
  if (!(instruction instanceof Cmd) && !(instruction instanceof Entrypoint)) return undefined;
  const strings = (instruction as JSONInstruction)
    .getJSONStrings()
    .map((argument) => JSON.parse(argument.getValue()) as string);
  const line = instruction.getArgumentsContent();
  if (strings.length > 0) return strings;
  return line === null ? undefined : ['/bin/sh', '-c', line];
};
