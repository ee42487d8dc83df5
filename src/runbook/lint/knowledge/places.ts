/** Folders that images have, and hosts have not. */
export const CONTAINER_FOLDERS = /(?<![\w./~-])(\/(?:app|usr\/src\/app|srv\/app|workspace)\/[\w./*-]*)/;

/** Names of services and containers that hold a team's program, not a store. */
export const PROGRAM_NAMES =
  /(?:^|[-_])(?:backend|frontend|api|app|web|server|worker|celery|site|ui|gateway|django|rails|node)(?:$|[-_\d])/i;

/** Clients of stores, which ask their own host when none is named. */
export const STORE_CLIENTS =
  /^(?:redis-cli|psql|pg_isready|mysql|mysqladmin|mongosh|mongo)\b(?!.*(?:\s-h\b|\s-h\S|--host|\s-u\s|:\/\/|\$\w*URL|\$\w*HOST|PGHOST))/;

/** Programs that official images of stores do not have. */
export const NOT_IN_IMAGE: readonly {
  readonly container: RegExp;
  readonly image: string;
  readonly programs: RegExp;
}[] = [
  {
    container: /(?:^|[-_])(?:db|database|postgres(?:ql)?|pg)(?:$|[-_\d])/i,
    image: 'postgres',
    programs:
      /^(?:iostat|vmstat|top|htop|ps|iotop|netstat|ss|curl|wget|ping|jq|vim|less|lsof|strace|nano|dig|telnet)\b/,
  },
  {
    container: /(?:^|[-_])redis(?:$|[-_\d])/i,
    image: 'redis',
    programs: /^(?:iostat|vmstat|htop|iotop|netstat|ss|curl|ping|jq|vim|lsof|strace|nano|dig|telnet)\b/,
  },
];

/** A pod for debugging a node, of an image that has little; the node's own programs are called by `chroot`. */
export const BARE_IMAGE =
  /^\s*(?:oc|kubectl)\s+debug\s+(?=\S*node\/|.*\snode\/)(?!.*\schroot\s).*--image[= ](?:\S+\/)?(busybox|alpine)(?=[:\s]|$)/;

/** Programs of a node. */
export const OF_A_NODE = /^\s*(?:sudo\s+)?(crictl|ctr|docker|podman|nerdctl|systemctl|journalctl)\s/;

/** What works only in a folder of its own: `go run main.go`, `make deploy`, `npm ci`, `./deploy.sh`. */
export const NEEDS_ITS_FOLDER =
  /^\s*(?:go\s+(?:run|build|test)|make|npm\s+(?:ci|install|run)|yarn|pnpm\s+(?:install|run)|bundle\s+(?:install|exec)|pip3?\s+install\s+-r|terraform\s+(?:init|plan|apply)|docker[ -]compose\s+(?:up|build|run)|\.\/\S+)(?=\s|$)(?!.*\s(?:-C|--chdir|--prefix|--cwd|-f)[ =])/;
