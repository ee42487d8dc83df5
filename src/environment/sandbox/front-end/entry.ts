import type { Container, EntryOptions, FrontEndReply, Supervisor } from '../supervisor-model.ts';

/** Input of a program that replaces the caller: the caller's, nothing, or nothing and in the background. */
export type EntryMode = 'interactive' | 'no-input' | 'detached';

/**
 * Says what runc says when the container does not have the program (docker exec ends with 127), then becomes it. `command -v`
 * would not do: it finds the shell's own `true` and `echo` before the programs.
 */
const IN_CONTAINER = String.raw`refuse() {
  echo "OCI runtime exec failed: exec failed: unable to start container process: exec: \"$1\": $2" >&2
  exit 127
}
case $1 in
*/*) [ -e "$1" ] || refuse "$1" "stat $1: no such file or directory" ;;
*)
  found=
  IFS=:
  for folder in $PATH; do [ -x "$folder/$1" ] && found=yes; done
  [ -n "$found" ] || refuse "$1" 'executable file not found in $PATH'
  ;;
esac
exec "$@"`;

const ON_HOST: Readonly<Record<EntryMode, string>> = {
  interactive: 'exec "$@"',
  'no-input': 'exec "$@" </dev/null',
  detached: 'exec setsid --fork "$@" </dev/null >/dev/null 2>&1',
};

/** The reply that runs a program in a container. */
export const enter = (
  supervisor: Supervisor,
  container: Container,
  options: EntryOptions,
  mode: EntryMode,
): Extract<FrontEndReply, { exec: unknown }> => {
  const argv = ['/bin/sh', '-c', IN_CONTAINER, 'sh', ...options.argv];
  return shell(ON_HOST[mode], supervisor.entry(container, { ...options, argv }));
};

/** The reply that runs a shell line on the drill's host, with `args` as `"$@"`. */
export const shell = (
  script: string,
  args: readonly string[],
): Extract<FrontEndReply, { exec: unknown }> => ({
  exec: ['/bin/sh', '-c', script, 'sh', ...args],
});
