/** How an endless command is made to end. The first that fits counts. */
export const ENDINGS: readonly { readonly form: RegExp; readonly ending: string }[] = [
  { form: /\bdocker(?:\s+container|[ -]compose)?\s+stats\b/, ending: 'add --no-stream' },
  { form: /\bpm2\s+logs\b/, ending: 'add --nostream' },
  { form: /\bpm2\s+monit\b/, ending: 'use pm2 list' },
  {
    form: /\b(?:npm|pnpm|yarn)\s+(?:run\s+)?(?:start|dev|serve)\b|\bhttp\.server\b|\brunserver\b/,
    ending: 'start it in the background, or with a service manager',
  },
  { form: /\bstern\b/, ending: 'add --no-follow --tail=100' },
  {
    form: /^\s*(?:sudo\s+)?watch\s/,
    ending: 'run what it watches once, or say when to stop and bound it: timeout 60 watch …',
  },
  {
    form: /(?<=\s)logs?(?=\s|$)|\bjournalctl\b|\btail\b/,
    ending: 'take out the following (-f) and say how many lines: --tail=100',
  },
  { form: /\bcompose\b.*\sup\b/, ending: 'add -d: it goes on in the background' },
  {
    form: /\bkubectl\b.*\s(?:-w|--watch)|\boc\b.*\s(?:-w|--watch)/,
    ending: 'use kubectl wait --for=… --timeout=60s, or kubectl rollout status',
  },
  { form: /\btop\b/, ending: 'top -b -n 1' },
  {
    form: /port-forward|\bproxy\b|sshuttle|\bssh\b/,
    ending: 'say that it goes into a terminal of its own, or end it with &',
  },
  { form: /\bping/, ending: 'add -c 4' },
  { form: /\btcpdump\b/, ending: 'add -c COUNT' },
  { form: /\b(?:vmstat|iostat|mpstat|pidstat)\b/, ending: 'add how often: vmstat 1 5' },
];

export const ANY_ENDING = 'bound it: timeout 60 COMMAND';
