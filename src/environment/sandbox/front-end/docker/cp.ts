import { basename, dirname } from 'node:path';
import type { Container, Supervisor } from '../../supervisor-model.ts';
import { shell } from '../entry.ts';
import { bool } from '../flags.ts';
import { exactly, notAvailable, Refusal, verb } from '../verb.ts';
import { daemonError, findContainer, isActive } from './container.ts';

/**
 * Through tar, in the container and on the host. Into a folder it keeps its name, else it takes the new one.
 * `$1` is where to, `$2` its name, the rest is how to read the archive.
 */
const UNPACK = `to=$1 name=$2
if [ -d "$to" ]; then exec tar --no-same-owner -xf - -C "$to"; fi
case $to in */) echo "no such directory" >&2; exit 1 ;; esac
[ -d "$(dirname -- "$to")" ] || { echo "invalid output path: directory \\"$(dirname -- "$to")\\" does not exist" >&2; exit 1; }
folder=$(mktemp -d) && tar --no-same-owner -xf - -C "$folder" && mv -f -- "$folder/$name" "$to"; status=$?
rm -rf -- "$folder"
exit $status`;

/** `$1` unpacks to `$2` what is called `$3`; `$4` is said if there is nothing; the rest packs. */
const FROM_CONTAINER = `unpack=$1 to=$2 name=$3 missing=$4; shift 4
archive=$(mktemp) || exit 1
if "$@" >"$archive" 2>/dev/null; then sh -c "$unpack" sh "$to" "$name" <"$archive"; status=$?
else echo "$missing" >&2; status=1
fi
rm -f -- "$archive"
exit $status`;

/** `$1`/`$2` is packed; the rest unpacks. */
const TO_CONTAINER = `folder=$1 name=$2; shift 2
[ -e "$folder/$name" ] || { echo "lstat $folder/$name: no such file or directory" >&2; exit 1; }
tar -cf - -C "$folder" -- "$name" | "$@"`;

export const cp = verb({
  names: ['cp', 'container cp'],
  usage: '[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH',
  flags: { archive: bool('a'), 'follow-link': bool('L'), quiet: bool('q') },
  arity: exactly(2),
  async *run({ operands: [from = '', to = ''], supervisor }) {
    return copy(supervisor, from, to, (name) => findContainer(supervisor, name));
  },
});

/** The reply that copies between a container and the drill's host. */
export const copy = (
  supervisor: Supervisor,
  from: string,
  to: string,
  find: (name: string) => Container,
): ReturnType<typeof shell> => {
  const source = place(from);
  const target = place(to);
  if (source.container === undefined && target.container === undefined)
    throw new Refusal('must specify at least one container source');
  if (source.container !== undefined && target.container !== undefined)
    throw new Refusal('copying between containers is not supported');
  const container = find(source.container ?? target.container ?? '');
  if (!isActive(container)) throw notAvailable('docker', 'cp of a stopped container', 'start it first');
  const inside = (...argv: readonly string[]) => supervisor.entry(container, { argv, env: {} });
  if (target.container === undefined) {
    const packed = inside('tar', '-cf', '-', '-C', dirname(source.path), '--', basename(source.path));
    if (target.path === '-') return shell('exec "$@"', packed);
    const missing = daemonError(`Could not find the file ${source.path} in container ${source.container}`);
    return shell(FROM_CONTAINER, [UNPACK, target.path, basename(source.path), missing, ...packed]);
  }
  const unpacked = (name: string) => inside('sh', '-c', UNPACK, 'sh', target.path, name);
  if (source.path === '-') return shell('exec "$@"', unpacked(''));
  return shell(TO_CONTAINER, [
    dirname(source.path),
    basename(source.path),
    ...unpacked(basename(source.path)),
  ]);
};

/** `CONTAINER:PATH`, or a path here (docker/cli cli/command/container/cp.go, splitCpArg). */
const place = (typed: string): { readonly container?: string; readonly path: string } => {
  const [, container, path] = /^([^:/.][^:/]*):(.*)$/.exec(typed) ?? [];
  return container === undefined || path === undefined ? { path: typed } : { container, path: path || '/' };
};
