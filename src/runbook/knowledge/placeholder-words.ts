/** One look of what a reader must replace. The first group, where there is one, is the name that a drill binds. */
export interface PlaceholderForm {
  readonly form: RegExp;
  /** One of these must be in the text: looked for first, since that is quick. */
  readonly has?: readonly string[];
  /** Where the look is something else: a Go template, a glob, a jq filter. */
  readonly not?: (match: RegExpExecArray) => boolean;
}

/** How far back what stands before a word can say that it is no placeholder, in characters. */
const NEAR = 20_000;

/** What stands before a match, and what behind it. */
export const before = ({ input, index }: RegExpExecArray): string =>
  input.slice(Math.max(0, index - NEAR), index);
export const after = (match: RegExpExecArray): string => match.input.slice(match.index + match[0].length);

/** What things are called that a team has of its own: the reader names the one at hand. */
export const THING =
  'account|address|alert|app|application|archive|arn|backup|bastion|branch|broker|bucket|cert|certificate|chart|cidr|client|cluster|commit|configmap|container|context|cronjob|customer|database|dataset|datname|db|deployment|device|disk|distribution|domain|drive|dsn|email|endpoint|env|environment|file|filename|folder|function|group|host|hostname|id|image|index|instance|ip|job|key|keyspace|lambda|machine|metric|migration|name|namespace|network|node|nodegroup|nodepool|ns|object|org|organisation|organization|partition|password|path|pid|pod|policy|pool|port|process|profile|project|proxy|pvc|pv|queue|region|release|replica|repo|repository|resource|revision|role|route|rule|schema|secret|server|service|servicename|sha|shard|site|slot|snapshot|stack|statefulset|store|stream|subnet|subscription|table|tag|task|team|tenant|timestamp|token|topic|ts|ulid|url|user|username|uuid|vault|version|vm|vmi|volume|worker|workspace|zone';
/** Each of them: what `myInstance` and the like end in. */
export const NAMES_OF_THINGS: readonly string[] = THING.split('|');
export const things = (text: string, flags = 'g'): RegExp =>
  new RegExp(text.replaceAll('THING', THING), flags);

/** `pod`, `server_name` */
export const ENDS_IN_THING = things(String.raw`(?:^|_)(?:THING)(?:_?(?:name|id|ip))?$`, '');

/** Before a word that is looked for or printed, not replaced. */
export const LOOKED_FOR =
  /(?:\b(?:grep|egrep|rg|awk|sed|tr|jq|printenv|unset|sort|cut|column|getenv|environ)\b(?!-)[^|;]*|\bexport\s[^|;=]*|\bnmcli\s(?:-\S+\s+)*-f\s+\S*|\s(?:-v|-\w*o|--output|--sort-by|--format|-l|--columns)[ =]\S*|\s(?:-e|--env)[ =][^\s=]*)$/;
/** Before the name of a variable or of a secret, which is that name: heroku config:unset API_KEY, gh secret set DATABASE_URL. */
const NAMES_VARIABLE =
  /\b(?:config:(?:get|set|unset)|(?:un)?set-env\s+\S+|secret:create|secrets?\s+(?:set|unset|put|get|rm|remove|delete|versions)|variables?\s+(?:get|set|delete)|env\s+(?:add|rm|get|set|unset|-u))\s[^|;&]*$|\s-field=$|\sget-secret-value\s[^|;&]*$|\bheroku\s+(?:pg|redis|data|config)(?::\S+)?\s[^|;&\n]*(?<!\s(?:-a|--app|-r|--remote|--confirm)[ =])$/;
/** … unless the name itself says that it stands for one: gh secret set SECRET_NAME */
export const isNameOfVariable = (match: RegExpExecArray): boolean =>
  NAMES_VARIABLE.test(before(match)) &&
  !/NAME_OF|(?:SECRET|KEY|VAR|VARIABLE|CONFIG)_?(?:NAME|ID)$/.test(match[0]);
export const isSql = (text: string): boolean => /\b(?:select|where|insert|group by|order by)\b/i.test(text);

/** `cat VERSION`, `cat /srv/shop/REVISION`: the file that a release leaves behind. Below the folder of all of them it stands for one: `releases/RELEASE`. */
export const isNameOfFile = (match: RegExpExecArray): boolean =>
  /(?:^|_)(?:VERSION|REVISION|RELEASE|COMMIT)$/.test(match[1] ?? '') &&
  TAKES_FILE.test(before(match)) &&
  /^(?:["';|&)\s]|$)/.test(after(match));

const TAKES_FILE =
  /\b(?:cat|less|more|head|tail|wc|stat|file|touch|source|diff|cp|mv|rm|vim?|nano|add|\w+sum)\s+(?:-\S+\s+|\d+\s+)*(?:\S*(?<!(?:version|revision|release|commit)s)\/)?$/;

/** A remark beside a command that says that what is assigned or named in it stands for another. */
export const REMARK_TO_REPLACE =
  /^(?:<?[-=]+>?\s*|[←⬅]\s*)?(?:please\s+)?(?:replace|substitute|change(?:_?me\b|\s+(?:this|to|me|it|with|as|(?:the\s+|your\s+)?(?:ids?|ip|name|hostname|host|date|version|password|path|port|url|email|domain|address|number|uuid|region|bucket|namespace)(?=\s*$|\s+(?:to|as|accordingly|if|here)\b))|\s+(?:\S+\s+)to\s+your\b)|set\s+(?:this\s+)?to\s+your|adjust|modify|use\s+your\s|(?:put|insert|enter)\s+your\s|your\s+(?:own|actual)|your\s+(?:\w+\s+){0,2}\w+\s*(?:here)?$|fill\s+in|edit\s+this)\b/i;

/** A remark that says what a value is, or gives others for it: `git checkout v1.4.2  # previous stable tag`, `DISK=b  # e.g. b or c`. */
export const REMARK_ON_SAMPLE =
  /^(?:e\.g\.|for example\b|(?:the\s+|your\s+)?(?:previous|last|latest|known|desired|target)[\s-]+(?:\w+[\s-]+){0,3}(?:tag|version|release|commit|sha|image|revision|branch|backup|snapshot)\b)/i;

/** Variables that the environment has where the command is typed: the shell's own, awk's, and what programs are configured with. Others are the reader's to set. */
export const OF_ENVIRONMENT =
  /^(?:HOME|PATH|USER|LOGNAME|SHELL|PWD|OLDPWD|TERM|LANG|LC_\w+|TMPDIR|HOSTNAME|HOSTTYPE|OSTYPE|UID|EUID|PPID|RANDOM|SECONDS|LINENO|IFS|EDITOR|VISUAL|PAGER|COLUMNS|LINES|REPLY|BASH\w*|NF|NR|FNR|FS|OFS|RS|FILENAME|GOPATH|KUBECONFIG|CI|BODY|PGDATA|VAULT_ADDR|CONSUL_HTTP_ADDR|DOCKER_HOST|DATABASE_URL|CATALINA_BASE|ORACLE_BASE|ORACLE_SID|TMP|TEMP|PS1|DISPLAY)$|^(?:POSTGRES|MYSQL|MARIADB|MONGO|REDIS|RABBITMQ|KAFKA|ELASTIC|CLICKHOUSE)\w*_(?:PASSWORD|PASS|AUTH|USER|USERNAME|DB|DATABASE)$|_(?:HOME|ROOT|OPTS|FLAGS|BIN)$/;

/** Variables that are the reader's to set, but not within single quotes: there they are those of the container or the host that the command is run on. */
export const OF_ANOTHER_PLACE =
  /(?:^|_)(?:URL|URI|DSN|HOST|PORT|ADDR|ENDPOINT|PASSWORD|PASSWD|PASS|PW|PWD|AUTH|TOKEN|SECRET|KEY|CREDENTIALS?|USER|USERNAME|DB|DATABASE|DIR|PATH|ENV|CONFIG)$/;
