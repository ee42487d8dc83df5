/**
 * Programs that this machine may have and an image has not. What an image does not offer is hidden in its containers, so that
 * `docker exec backend redis-cli ping` is refused as in the real one. A `*` stands for anything.
 */
const TOOLS = {
  postgres: [
    'psql',
    'postgres',
    'pg_*',
    'pgbench',
    'clusterdb',
    'createdb',
    'createuser',
    'dropdb',
    'dropuser',
    'initdb',
    'reindexdb',
    'vacuumdb',
    'vacuumlo',
  ],
  redis: ['redis-*', 'valkey-*'],
  node: ['node', 'nodejs', 'npm', 'npx', 'corepack', 'yarn', 'pnpm', 'pm2'],
  python: ['python*', 'pip*'],
  prometheus: ['prometheus', 'promtool'],
  curl: ['curl'],
  wget: ['wget'],
  procps: [
    'ps',
    'top',
    'htop',
    'pgrep',
    'pkill',
    'pidof',
    'free',
    'uptime',
    'vmstat',
    'watch',
    'w',
    'slabtop',
    'killall',
  ],
  network: [
    'ip',
    'ss',
    'netstat',
    'ifconfig',
    'ping*',
    'nc*',
    'telnet',
    'dig',
    'nslookup',
    'host',
    'tcpdump',
    'lsof',
  ],
  git: ['git*'],
  editors: ['vi', 'vim*', 'nano', 'emacs*', 'less'],
  jq: ['jq'],
  containers: ['docker*', 'podman*', 'bwrap', 'systemctl', 'journalctl', 'sudo', 'kubectl', 'aws', 'gh'],
  compilers: ['gcc*', 'g++*', 'cc', 'make', 'go', 'cargo', 'rustc', 'java'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ToolGroup = keyof typeof TOOLS;

/** The names of this machine's programs that an image with these groups does not have. */
export const hiddenTools = (
  programs: readonly string[],
  offered: readonly ToolGroup[],
): readonly string[] => {
  const groups = Object.keys(TOOLS) as ToolGroup[];
  const hidden = groups
    .filter((group) => !offered.includes(group))
    .flatMap((group): readonly string[] => TOOLS[group]);
  const exact = new Set(hidden.filter((name) => !name.endsWith('*')));
  const prefixes = hidden.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  return programs.filter((name) => exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix)));
};

/** What an official image for a language brings: the full one is made for building, `slim` and `alpine` are bare. */
export const languageTools = (tag: string): readonly ToolGroup[] => {
  if (tag.includes('alpine')) return ['wget', 'procps', 'editors'];
  return tag.includes('slim') ? [] : ['curl', 'wget', 'python', 'git', 'procps', 'compilers'];
};
