/** Interactive clients: statements are typed into them. `opens`: how a command line that only opens one looks. */
export const CLIENTS: readonly {
  readonly name: string;
  readonly program: RegExp;
  readonly statement: RegExp;
}[] = [
  {
    name: 'psql',
    program: /\bpsql\b/,
    statement: /(^|\s)(-\w*[cfl]|--(command|file|list))(\s|=|\b)|<|\|\s*psql/,
  },
  { name: 'mysql', program: /\bmysql\b/, statement: /(^|\s)(-e|--execute)(\s|=)|<|\|\s*mysql/ },
  {
    name: 'redis-cli',
    program: /\bredis-cli\b/,
    statement: /redis-cli(\s+(-[hpanu]\s+\S+|--\w[\w-]*))*\s+[A-Za-z]/,
  },
  { name: 'mongosh', program: /\bmongo(sh)?\b/, statement: /--eval|</ },
  { name: 'rails', program: /\brails\s+(c|console)\b/, statement: /\|\s*.*rails/ },
  {
    name: 'django',
    program: /\bmanage\.py\s+(shell|shell_plus|dbshell)\b/,
    statement: /(^|\s)(-c|--command)\s|</,
  },
  { name: 'python', program: /(^|\s)python3?\s*$/, statement: /-c|\.py/ },
];

/** Commands that do not end by themselves. */
export const ENDLESS: readonly RegExp[] = [
  /^\s*(sudo\s+)?watch\s/,
  /\btail\s+(-\w*[fF]|--follow)/,
  /\b(logs?|journalctl)\b[^|]*\s(-\w*f\w*|--follow)\b/,
  /\bdocker(\s+container|[ -]compose)?\s+(stats|events)\b(?!.*--no-stream)/,
  /^\s*(sudo\s+)?(top|htop|iotop|iftop)\s*$/,
  /\bkubectl\s+port-forward\b/,
  /\bkubectl\s+get\b.*\s(-w|--watch)\b/,
  /\bwhile\s+(true|:)\s*;/,
  /\bpm2\s+(logs|monit)\b(?!.*--nostream)/,
];

/** Commands that need a person at a terminal. */
export const INTERACTIVE: readonly RegExp[] = [
  /^\s*(sudo\s+)?(vi|vim|nano|less|more|top|htop|emacs|visudo)\b/,
  /\b(kubectl|oc)\s+edit\b/,
  /\bcrontab\s+-e\b/,
  /\bdocker(\s+compose|-compose)?\s+exec\s+(-\S+\s+)*\S+\s+(ba|z|a)?sh\s*$/,
  /\bexec\s+(-\S+\s+)+\S+\s+(--\s+)?(ba|z|a)?sh\s*$/,
  /^\s*ssh\s+(-\S+(\s+\S+)?\s+)*\S+\s*$/,
  /\bdocker\s+(system|volume|image|container|network|builder)\s+prune\b(?!.*(-\w*f|--force))/,
];

/** Commands that delete or kill, or change data for good. */
export const DESTRUCTIVE: readonly RegExp[] = [
  /(^|[\s;&|(])(rm|rmdir|shred|mkfs\S*|dd|truncate|kill|pkill|killall)\s/,
  /\b(drop|truncate)\s+(table|database|index|schema|user|role)\b/i,
  /\bdelete\s+from\b/i,
  /\bpg_(terminate|cancel)_backend\b/i,
  /\bflush(all|db)\b/i,
  /\bprune\b/,
  /\b(kubectl|oc|aws|gcloud|az|helm|terraform)\b.*\b(delete|destroy|uninstall|drain|remove|terminate\S*)\b/,
  /\bdocker(\s+\w+)?\s+(rm|rmi|kill)\b/,
  /\bcompose\s+(down\b.*(-v|--volumes)|kill|rm)\b/,
  /\bfind\b.*\s-delete\b/,
  /\bpurge\b/i,
  /--force-recreate\b/,
  /\bgit\s+reset\s+--hard\b/,
  /\bpg_restore\b|\bdropdb\b/,
  /\bredis-cli\b.*\b(del|unlink)\s/i,
];

/** Programs that every shell has, or that are part of it: no tool that could be missing. */
export const EVERYWHERE = new Set(
  ': . [ alias awk bash break cat cd chmod chown command continue cp cut date declare df diff dirname du echo env eval exec exit export false find for free function grep head hostname id if kill let ln local ls mkdir mv nohup printf ps pwd read readonly return rm sed set sh shift sleep sort source stat sudo tail tar tee test time touch tr trap true type ulimit umask uname unalias uniq unset until uptime wait wc which while whoami xargs'.split(
    ' ',
  ),
);

/** Fence languages whose content is typed at a shell. */
export const SHELL_LANGUAGES = new Set([
  '',
  'bash',
  'sh',
  'shell',
  'zsh',
  'console',
  'shell-session',
  'shellsession',
  'terminal',
  'cmd',
  'text',
  'plain',
  'azurecli',
  'azurecli-interactive',
  'bash-interactive',
]);

export const SQL_LANGUAGES = new Set(['sql', 'postgresql', 'pgsql', 'psql', 'mysql', 'plsql']);
