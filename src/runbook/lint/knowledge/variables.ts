import { OF_SHELL } from '../../knowledge/variables.ts';
import { words } from '../../knowledge/words.ts';

/** Variables that programs read by themselves, once they are exported. */
export const READERS: ReadonlyMap<string, RegExp> = new Map([
  ['aws', /^AWS_/],
  ['terraform', /^(?:TF|AWS|ARM|GOOGLE)_/],
  ['az', /^(?:AZURE|ARM)_/],
  ['gcloud', /^(?:CLOUDSDK|GOOGLE)_/],
  ['kubectl', /^KUBECONFIG$/],
  ['helm', /^(?:KUBECONFIG|HELM_\w+)$/],
  ['psql', /^PG[A-Z]+$/],
  ['pg_dump', /^PG[A-Z]+$/],
  ['pg_restore', /^PG[A-Z]+$/],
  ['mysql', /^MYSQL_\w+$/],
  ['redis-cli', /^REDISCLI_AUTH$/],
  ['vault', /^VAULT_/],
  ['docker', /^(?:DOCKER|COMPOSE)_/],
  ['restic', /^RESTIC_/],
  ['etcdctl', /^ETCDCTL_/],
]);

/** A text that leads to a list of variables: they are set elsewhere. */
export const LISTS_VARIABLES =
  /\b(?:env(?:ironment)?\s+(?:vars?|variables?)|(?:required|necessary|following)\s+variables?)\b/i;

/** Those that some login or a common tool sets, beside any shell's. */
const OF_LOGIN = words(String.raw`
  HOST GID GROUPS PS\d OPTARG OPTIND FUNCNAME PIPESTATUS SSH_\w+ XDG_\w+ AWS_(?:PROFILE|REGION|DEFAULT_REGION) GOROOT JAVA_HOME
  VIRTUAL_ENV SUDO_USER GITHUB_TOKEN GH_TOKEN EPOCHSECONDS MACHTYPE _
`);

/** Variables that are there without a word of the file. */
export const KNOWN_VARIABLES = new RegExp(`^(?:${[...OF_SHELL, ...OF_LOGIN].join('|')})$`);
