import type { Trait } from './trait.ts';

/** What loses data for good. */
export interface Loss extends Trait {
  /** What is lost, to be said after "loses". */
  readonly loses: string;
}

/** What is made anew by what used it. */
const SCRATCH = String.raw`["']?(?:\/(?:var\/)?(?:tmp|run|cache)\/|\/dev\/shm\/|\$\{?(?:\w+_)?(?:TE?MP|CACHE)|\S*\/(?:\.?cache|te?mp|node_modules|__pycache__|apt\/lists)(?:[/*"'\s]|$))`;

const LOOKS_ONLY = /--dry-?run(?!=(?:none|false))|--help\b/;

/** A key that holds jobs, by its name. */
const QUEUE = String.raw`(?!\S*(?:lock|cache|limit|throttle|te?mp))(?:\S*[:_.-])?(?:failed|wait|waiting|active|pending|delayed|retry|queues?|jobs?|tasks?|celery|outbox|dlq)(?=\s|$)`;

/** What takes jobs out of Redis. */
const JOBS = [
  {
    form: String.raw`(?:del|unlink)\s+${QUEUE}`,
    loses: 'the jobs in it, so that nobody can try them again',
  },
  {
    form: String.raw`[lx]trim\s+${QUEUE}`,
    loses: 'the jobs that it cuts off, so that nobody can try them again',
  },
];

const ALL_IN_IT = 'all that is in it';

/** Programs that do, each as a command starts it; quoted strings are blanked. All of them are destructive, beside those of `destructive.ts`. */
export const LOSSES: readonly Loss[] = (
  [
    {
      form: /^(?:docker|podman)\s+system\s+prune\b.*--volumes/,
      loses: 'every unused volume with its data, every stopped container and unused image',
    },
    {
      form: /^(?:docker|podman)\s+volume\s+prune\b/,
      loses: 'every volume that no container uses now, also those of a container that has just crashed',
    },
    {
      form: /^(?:docker|podman)\s+system\s+prune\b/,
      loses: 'every stopped container, also the crashed one with its logs',
    },
    {
      form: /^(?:docker-compose|(?:docker|podman)\s+compose)\s(?:.*\s)?down\s(?:.*\s)?(?:-v|--volumes)(?=\s|$)/,
      loses: 'the volumes, with the data of every service',
    },
    { form: /^(?:docker|podman)\s+volume\s+rm\s/, loses: 'the volume with its data' },
    {
      form: /^aws\s(?:.*\s)?s3\s+(?:rm\b.*\s--recursive|rb\b.*\s--force)\b|^gsutil\s(?:.*\s)?rm\s+(?:-\w*[rR]|-a\s+-r)|^gcloud\s+storage\s+rm\s(?:.*\s)?(?:-r|--recursive)\b/,
      loses: 'every object below it',
    },
    { form: /^(?:\S*\/)?dropdb\s+\S/, loses: ALL_IN_IT },
    { form: /^mysqladmin\s(?:.*\s)?drop\s/, loses: ALL_IN_IT },
    {
      form: /^heroku\s+(?:pg:reset|apps:destroy)\b|\b(?:db:(?:drop|reset)|migrate:fresh)\b|\bprisma\s+migrate\s+reset\b|^supabase\s+db\s+reset\b/,
      loses: 'all that is in the database',
    },
    {
      form: /^aws\s(?:.*\s)?(?:delete-db-(?:instance|cluster)(?!.*\s--final-db-snapshot-identifier)|dynamodb\s+delete-table|efs\s+delete-file-system|ec2\s+delete-volume)(?=\s|$)/,
      loses: ALL_IN_IT,
    },
    {
      form: /^gcloud\s(?:.*\s)?(?:sql\s+(?:instances|databases)|compute\s+disks|projects|spanner\s+(?:instances|databases))\s+delete(?=\s|$)/,
      loses: ALL_IN_IT,
    },
    {
      form: /^az\s+(?:group|sql\s+(?:db|server)|(?:postgres|mysql|mariadb)(?:\s+flexible-server|\s+server)?(?:\s+db)?|cosmosdb|storage\s+(?:account|container)|disk)\s+delete(?=\s|$)/,
      loses: ALL_IN_IT,
    },
    { form: /\bcelery\b.*\spurge\b/, loses: 'every waiting task, not only the failed ones' },
    {
      form: /^rabbitmqctl\s(?:.*\s)?(?:purge_queue|reset|force_reset|delete_queue)(?=\s|$)/,
      loses: 'the messages',
    },
    {
      form: /^(?:\S*\/)?kafka-topics(?:\.sh)?\s.*--delete\b/,
      loses: 'the messages',
    },
    ...JOBS.map(({ form, loses }) => ({
      form: new RegExp(String.raw`^(?:\S*\/)?(?:redis|valkey|keydb)-cli\b.*\s${form}`, 'i'),
      loses,
    })),
    {
      form: /^etcdctl\s(?:.*\s)?del\s.*--(?:prefix|from-key)\b|^consul\s+kv\s+delete\s.*-recurse\b/,
      loses: 'every key below it',
    },
    {
      form: /^curl\s(?=(?:.*\s)?(?:-X|--request)[ =]?DELETE(?=\s|$)).*\s\S*:9200\/(?:_all|(?!_)[\w.*,-]+)\/?(?:\?\S*)?(?=\s|$)/,
      loses: 'every document in that index',
    },
    {
      form: /^(?:terraform|tofu|terragrunt|pulumi)\s(?:.*\s)?(?:destroy|apply\s(?:.*\s)?-destroy)(?=\s|$)/,
      loses: 'the infrastructure',
    },
    {
      form: new RegExp(
        String.raw`^(?:\S*\/)?rm\s(?=(?:.*\s)?(?:-\w*[rR]\w*|--recursive)\s)(?:.*\s)?(?!${SCRATCH})(?:\/\S*|\$\w+\/?|~\/?)(?=\s|$)`,
      ),
      loses: 'the folder with all that is in it',
    },
    {
      form: /^(?:mkfs(?:\.\w+)?|mke2fs|wipefs|blkdiscard)\s+\S/,
      loses: 'the file system',
    },
    { form: /^dd\s.*\bof=["']?\/dev\/(?!null|shm|stdout)/, loses: 'what is on that disk' },
    {
      form: /^(?:zfs|zpool)\s+destroy\s|^(?:lvremove|vgremove)\s+\S/,
      unless: /^zfs\s+destroy\s(?:.*\s)?(?:-\w*n\w*\s|\S+[@#])/,
      loses: 'the data on it',
    },
    {
      form: /^(?:kubectl|oc|k)\s(?:.*\s)?delete\s+(?:-\S+\s+)*(?:pvc|pv|persistentvolumes?|persistentvolumeclaims?|ns|namespaces?)(?=[\s/]|$)/,
      loses: 'the data in it',
    },
    {
      form: /^(?:\S*\/)?pg_reset(?:wal|xlog)\b/,
      loses: 'transactions that were not yet written to the tables',
    },
    {
      form: /^git\s+(?:reset\s+(?:.*\s)?--hard|clean\s+-\w*f)/,
      loses: 'changes that are not committed',
    },
  ] satisfies readonly Loss[]
).map((loss) => ({ unless: LOOKS_ONLY, ...loss }));

/** The same, said wherever it stands: SQL in quotes, a client's statement, a method. */
export const LOSSES_TEXT: readonly Loss[] = [
  { form: /\bflushall\b/i, loses: 'every key in every database of that Redis' },
  {
    form: /\bflushdb\b/i,
    loses: 'every key of that Redis database: not only the cache, but sessions, queues and locks in it',
  },
  { form: /\bdrop\s+(?:schema|database|table)\b/i, loses: ALL_IN_IT },
  { form: /\bdb\.(?:dropDatabase|\w+\.drop)\(/, loses: ALL_IN_IT },
  { form: /\.(?:deleteMany|remove)\(\s*\{\s*\}\s*\)/, loses: 'every document in it' },
  { form: /\btruncate\s+(?:table\s+)?[a-z_."]+?\s*(?:[;"']|cascade|$)/i, loses: 'every row' },
  { form: /\bdelete\s+from\s+[\w."]+\s*(?:;|"|'|$)/i, loses: 'every row: there is no WHERE' },
  {
    form: /pg_terminate_backend\(pid\)(?![\s\S]*(?:backend_type|usename|datname))[\s\S]*state\s*=\s*'active'/i,
    loses: "replication too: a standby's sender is active as well",
  },
];

/** The same, typed into a client: in a shell, `unlink jobs` is about a file. */
export const LOSSES_TYPED: readonly Loss[] = JOBS.map(({ form, loses }) => ({
  form: new RegExp(String.raw`^\s*${form}`, 'i'),
  loses,
}));
