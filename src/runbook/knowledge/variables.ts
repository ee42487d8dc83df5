import { words } from './words.ts';

/** Variables that any shell or login has: sources of expressions. */
export const OF_SHELL = words(String.raw`
  HOME PATH USER LOGNAME SHELL PWD OLDPWD TERM LANG LC_\w+ TMPDIR TMP TEMP HOSTNAME HOSTTYPE OSTYPE UID EUID PPID RANDOM SECONDS
  LINENO IFS EDITOR VISUAL PAGER COLUMNS LINES REPLY BASH\w* DISPLAY GOPATH KUBECONFIG
`);

/** … that awk has, and with which programs are configured. */
const OF_PROGRAMS = words(`
  NF NR FNR FS OFS RS FILENAME CI BODY PGDATA VAULT_ADDR CONSUL_HTTP_ADDR DOCKER_HOST DATABASE_URL CATALINA_BASE ORACLE_BASE
  ORACLE_SID PS1
`);

/** Variables that the environment has where the command is typed. Others are the reader's to set. */
export const OF_ENVIRONMENT = new RegExp(
  String.raw`^(?:${[...OF_SHELL, ...OF_PROGRAMS].join('|')})$|^(?:POSTGRES|MYSQL|MARIADB|MONGO|REDIS|RABBITMQ|KAFKA|ELASTIC|CLICKHOUSE)\w*_(?:PASSWORD|PASS|AUTH|USER|USERNAME|DB|DATABASE)$|_(?:HOME|ROOT|OPTS|FLAGS|BIN)$`,
);

/** Variables that are the reader's to set, but not within single quotes: there they are those of the container or the host that the command is run on. */
export const OF_ANOTHER_PLACE =
  /(?:^|_)(?:URL|URI|DSN|HOST|PORT|ADDR|ENDPOINT|PASSWORD|PASSWD|PASS|PW|PWD|AUTH|TOKEN|SECRET|KEY|CREDENTIALS?|USER|USERNAME|DB|DATABASE|DIR|PATH|ENV|CONFIG)$/;
