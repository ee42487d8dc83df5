import { volumeName } from '../../../../compose/names.ts';
import { compileTemplate, TemplateError } from '../go-template/execute.ts';
import { bool, text } from '../flags.ts';
import { atLeast, complain, out, Refusal, verb, type Run } from '../verb.ts';
import { findContainer, NoSuchContainer } from './container.ts';
import { inspectObject } from './inspect-object.ts';
import { networkObject, volumeObject } from './resources.ts';
import type { Supervisor } from '../../supervisor-model.ts';

export const inspect = verb({
  names: ['inspect'],
  usage: '[OPTIONS] NAME|ID [NAME|ID...]',
  flags: { format: text('f'), size: bool('s'), type: text() },
  arity: atLeast(1),
  run: ({ flags, operands, supervisor }) => findObjects(supervisor, operands, flags.type, flags.format),
});

const inspectOf = (kind: 'container' | 'volume' | 'network') =>
  verb({
    names: [`${kind} inspect`],
    usage: `[OPTIONS] ${kind.toUpperCase()} [${kind.toUpperCase()}...]`,
    flags: { format: text('f'), size: bool('s') },
    arity: atLeast(1),
    run: ({ flags, operands, supervisor }) => findObjects(supervisor, operands, kind, flags.format),
  });

export const containerInspect = inspectOf('container');
export const volumeInspect = inspectOf('volume');
export const networkInspect = inspectOf('network');

/** Shows what was found, then says what was not. */
async function* findObjects(
  supervisor: Supervisor,
  references: readonly string[],
  type: string | undefined,
  format: string | undefined,
): Run {
  const show = formatter(format);
  const objects = references.map((reference) => ({
    reference,
    object: findObject(supervisor, reference, type),
  }));
  try {
    yield out(show(objects.flatMap(({ object }) => (object === undefined ? [] : [object]))));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    yield out('\n');
    throw new Refusal(`template parsing error: template: ${error.message}`);
  }
  const lost = objects.filter(({ object }) => object === undefined);
  for (const { reference } of lost) yield complain(missing(reference, type));
  return lost.length === 0 ? 0 : 1;
}

/** Without a type, an image, volume or network may be meant too, and the message names no kind (docker/cli system/inspect.go). */
const missing = (reference: string, type: string | undefined): string =>
  type === undefined
    ? `Error: No such object: ${reference}`
    : `Error response from daemon: No such ${type}: ${reference}`;

const findObject = (supervisor: Supervisor, reference: string, type: string | undefined): unknown => {
  if (type === undefined || type === 'container') {
    try {
      return inspectObject(supervisor, findContainer(supervisor, reference));
    } catch (error) {
      if (!(error instanceof NoSuchContainer)) throw error;
    }
  }
  const { system } = supervisor;
  const volume = supervisor
    .volumes()
    .find((each) => reference === volumeName(system, each) || reference === each.name);
  if (volume !== undefined && (type ?? 'volume') === 'volume') return volumeObject(supervisor, volume);
  const network = system.networks.find(({ name }) => name === reference);
  if (network !== undefined && (type ?? 'network') === 'network') return networkObject(supervisor, network);
  return undefined;
};

/** How objects are shown: all as one JSON list, or one line each. */
const formatter = (format: string | undefined): ((objects: readonly unknown[]) => string) => {
  if (format === undefined || format === '')
    return (objects) => `${objects.length === 0 ? '[]' : JSON.stringify(objects, null, 4)}\n`;
  if (format === 'json') return (objects) => `${JSON.stringify(objects)}\n`;
  try {
    const template = compileTemplate(format);
    return (objects) => objects.map((object) => `${template(object)}\n`).join('');
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new Refusal(`template parsing error: template: :1: ${error.message}`, 64);
  }
};
