/** What newer versions no longer have, or no longer maintain. */
export const DEPRECATED: readonly {
  readonly form: RegExp;
  readonly why: string;
  readonly instead: string;
  /** Every maintained version refuses it: it fails wherever it is typed. */
  readonly gone?: true;
  /** A file that says so has it for a reason: what is instead does not work there. */
  readonly unlessFile?: RegExp;
  /** The replacement, where it is one for one. */
  readonly replacement?: string;
}[] = [
  {
    form: /(?<![\w/.-])docker-compose(?=\s+[a-z-])/,
    why: 'docker-compose (version 1) ended in July 2023, and new machines do not have it',
    instead: 'docker compose',
    replacement: 'docker compose',
  },
  {
    form: /(?<![\w/.-])docker-machine(?=\s)/,
    // GitLab's runner starts its machines with it.
    unlessFile: /gitlab[-_ ]runner|docker\+machine|\brunners?[-_ ]manager\b/i,
    why: 'docker-machine ended in 2021',
    instead: "the provider's own tool for machines, and a Docker context to reach them",
  },
  {
    form: /(?<![\w/.-])apt-key(?=\s)/,
    why: 'apt-key is gone since Debian 13 and Ubuntu 24.10',
    instead: 'a file in /etc/apt/keyrings with signed-by',
  },
  {
    form: /--delete-local-data\b/,
    why: 'kubectl drain --delete-local-data is gone since Kubernetes 1.31',
    gone: true,
    instead: '--delete-emptydir-data',
    replacement: '--delete-emptydir-data',
  },
  {
    form: /\bkubectl\b.*\s--export\b/,
    why: 'kubectl get --export is gone since Kubernetes 1.18',
    gone: true,
    instead: 'kubectl get -o yaml',
  },
  {
    form: /\bkubectl\s+run\b.*--generator\b/,
    why: 'kubectl run --generator is gone since Kubernetes 1.21',
    gone: true,
    instead: 'kubectl create',
  },
  {
    form: /\bkubectl\b.*\s--show-all\b/,
    why: '--show-all is gone since Kubernetes 1.14',
    gone: true,
    instead: 'nothing: all are shown',
  },
  {
    form: /\bhelm\s+(?:init|reset|serve)\b/,
    why: 'this is Helm 2, which ended in 2020',
    gone: true,
    instead: 'Helm 3 (no Tiller)',
  },
  {
    form: /\bhelm\s+(?:delete|uninstall)\b.*\s--purge\b/,
    why: 'helm --purge is Helm 2',
    gone: true,
    instead: 'helm uninstall',
  },
  {
    form: /(?:^|[\s|;&])mongo\s+(?=-|\w)/,
    why: 'the mongo shell is gone since MongoDB 6',
    instead: 'mongosh',
  },
  {
    form: /(?<![\w/.-])redis-trib\.rb(?=\s)/,
    why: 'redis-trib.rb is gone since Redis 5',
    gone: true,
    instead: 'redis-cli --cluster',
  },
  {
    form: /\bconn(?:ection)?\.execute\(\s*['"](?:SELECT|INSERT|UPDATE|DELETE)/,
    why: 'SQLAlchemy 2 takes no bare string here: "Not an executable object"',
    instead: "conn.execute(text('…'))",
  },
  {
    form: /\bapachectl\s+graceful-restart\b/,
    why: 'there is no graceful-restart',
    gone: true,
    instead: 'apachectl graceful',
  },
];
