import { words } from './words.ts';

/** Options of a command that take the next word for their value, by letter and by word, and the letters that may stand before one of those: `-itu`. */
interface Options {
  readonly letters: string;
  readonly before?: string;
  readonly words?: readonly string[];
}

/** Before the subcommand. */
export const DOCKER: Options = {
  letters: 'cHl',
  before: 'D',
  words: words('config connection context host log-level tlscacert tlscert tlskey url'),
};

/** Before the subcommand. */
export const COMPOSE: Options = {
  letters: 'fpH',
  words: words('ansi context env-file file host parallel profile progress project-directory project-name'),
};

/** `exec` and `run`, of Docker and Compose. */
export const DOCKER_RUN: Options = {
  letters: 'euwvplhmac',
  before: 'itdTPq',
  words: words(`
    add-host cap-add cap-drop cidfile cpus detach-keys device dns entrypoint env env-file expose gpus group-add hostname
    index ipc label link log-driver log-opt memory mount name net network network-alias pid platform publish pull restart
    security-opt shm-size stop-timeout tmpfs ulimit user volume volumes-from workdir
  `),
};

/** What starts, stops and shows containers. */
export const DOCKER_CONTAINERS: Options = {
  letters: 'nts',
  words: words('format index scale signal since tail time timeout until'),
};

/** Before the subcommand, and after it. */
export const KUBECTL: Options = {
  letters: 'nsv',
  words: words(`
    as as-group as-uid cache-dir certificate-authority client-certificate client-key cluster context kubeconfig namespace
    request-timeout server tls-server-name token user
  `),
};

export const KUBECTL_EXEC: Options = {
  letters: 'cf',
  before: 'itq',
  words: words('container filename pod-running-timeout'),
};

export const SSH: Options = {
  letters: 'BbcDEeFIiJLlmOopQRSWw',
  before: '46AaCfGgKkMNnqsTtVvXxYy',
};

/** Source of an expression for any of the options; it ends before the blanks that the value stands behind. */
export const valued = (...all: readonly Options[]): string => {
  const letters = all.map((options) => options.letters).join('');
  const before = all.map((options) => options.before ?? '').join('');
  const long = all.flatMap((options) => options.words ?? []);
  return `(?:-[${before}]*[${letters}]${long.length === 0 ? '' : `|--(?:${long.join('|')})`})(?=\\s)`;
};

/** Source of an expression for a word of a shell: quotes and substitutions are of one piece. */
export const WORD = String.raw`(?:"[^"]*"|'[^']*'|\$\([^()]*\)|\$(?!\()|[^\s"'$])+`;

/** Source of an expression for options with their values, each behind blanks. */
export const optionsOf = (...all: readonly Options[]): string =>
  String.raw`(?:\s+(?:${valued(...all)}\s+${WORD}|(?!${valued(...all)})-\S+))*`;
