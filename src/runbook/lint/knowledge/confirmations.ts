import type { Trait } from '../../knowledge/trait.ts';

/** Commands that ask y/n, and what answers beforehand. Matched on one line, quoted strings blanked. */
export const CONFIRMATIONS: readonly (Trait & {
  readonly answer: string;
  /** The question shows what will happen, and is there for people: a finding for information. */
  readonly meant?: true;
})[] = [
  {
    form: /\b(?:docker|podman)\s+(?:system|volume|image|container|network|builder)\s+prune\b/,
    unless: /\s-\w*f|--force/,
    answer: 'add -f once it is certain what may go',
  },
  { form: /\bdocker(?:-|\s+)compose\s+rm\b/, unless: /\s-\w*f|--force|--stop\s+-f/, answer: 'add -f' },
  {
    form: /\bcelery\b.*\spurge\b/,
    unless: /\s-\w*f|--force/,
    answer: 'add -f once it is certain that the tasks may go',
  },
  {
    form: /\b(?:apt|apt-get|yum|dnf)\s+(?:install|remove|upgrade|autoremove|purge|dist-upgrade)\b/,
    unless: /\s-\w*y|--(?:yes|assume-?yes)|\byes\s*\|/,
    answer: 'add -y',
  },
  {
    form: /^\s*(?:terraform|tofu)\s+(?:apply|destroy)\b/,
    unless: /-auto-approve|\.(?:plan|tfplan)\b|\bplan(?:file)?\b|--?help/,
    answer: 'apply a saved plan: terraform plan -out x.tfplan, then terraform apply x.tfplan',
    meant: true,
  },
  {
    form: /\baz\s.*\s(?:delete|purge)\b/,
    unless: /\s(?:-y|--yes)\b|\s--help|\baz\s+(?:rest|tag|lock|aks\s+command|role|ad)\b|\s--no-wait/,
    answer: 'add --yes',
  },
  { form: /\bgcloud\s.*\sdelete\b/, unless: /\s(?:-q|--quiet)\b/, answer: 'add --quiet' },
  {
    form: /\bmanage\.py\s+(?:flush|collectstatic|reset_db)\b/,
    unless: /--no-?input/,
    answer: 'add --noinput',
  },
];
