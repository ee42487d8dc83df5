import type { PlaceholderForm } from './form.ts';
import { before, isLookedFor } from './around.ts';

/** Values that are only there to show where the reader's own goes, and ids that a program gave to one thing once. */
export const SAMPLES: readonly PlaceholderForm[] = [
  // /path/to/file
  { has: ['/to/', '/of/'], form: /(?<![\w-])\/?(?:path|dir|directory|folder)\/(?:to|of)\/[\w./-]*\w/g },
  // ${PATH/TO/KUBECONFIG}
  { has: ['/TO/'], form: /\$\{PATH\/TO\/([\w./-]+)\}/g },
  // C:\path\to\shop
  { has: ['\\to\\'], form: /(?:\b[A-Za-z]:)?\\?\b(?:path|dir|directory|folder)\\to\\[\w.\\*-]*[\w*]/g },
  // export KEY=value, kubectl label node web-1 key=value
  {
    has: ['=val', '=VAL'],
    form: /(?<=\s)((?:KEY|VAR|NAME|VARIABLE|VAR_NAME|ENV_VAR|key|name|var|variable)\d?=(?:value|VALUE|val|VAL)\d?)(?=[\s:,]|$)/g,
  },
  // git revert abc1234
  {
    has: ['abc', 'deadbeef', 'a1b2', '1a2b'],
    form: /(?<=\bgit\s[^|;&\n]{0,200}\s)((?:abc|a1b2|1a2b|deadbeef)\w{0,36})(?=\s|$)/g,
    not: (match) => !/^(?:abc(?:\d|def)|a1b2|1a2b|deadbeef)/.test(match[1] ?? ''),
  },
  // A process's number, an account's: nobody has 12345.
  {
    has: ['1234'],
    form: /(?<=\b(?:kill|KILL)\s+(?:-\w+\s+|QUERY\s+|CONNECTION\s+)*|backend\(|\brds_kill(?:_query)?\(|--?pid[ =]|[a-z]_id=|-id[ =]"?)(1234\d*)(?![\w.])/g,
  },
  {
    has: ['1234', 'abc'],
    form: /(?<![\w-])((?:i|vol|snap|sg|subnet|vpc|ami|eni|rtb|igw|nat|lt|fs|cache|db)-(?:0?1234\w*|0?abc\w*))(?![\w-])/g,
  },
  // kill -9 2249, pg_terminate_backend(2249): the number of a process that was at hand
  {
    has: ['kill', 'KILL', 'cancel_', 'terminate_'],
    form: /(?=\d\d)(?<=\bkill\s+(?:-\w+\s+)?\*{0,2}|\bKILL\s+(?:QUERY\s+|CONNECTION\s+)?|\b\w{0,40}(?:kill|cancel|terminate)_\w{0,40}(?:process|pid|query|backend)\(\s{0,8})(\d{2,7})(?![\w.]|\s+\d)/g,
  },
  // A name that ends like a row of keys: pvc-1234
  { has: ['-1234'], form: /(?<![\w.-])([a-z]+-1234)(?![\w.-])/g },
  { has: ['123456789012'], form: /(?<=[:/"'\s=])(123456789012)(?!\w)/g },
  { has: ['000000'], form: /(?<=[a-z]-)(0{6,})(?!\w)/g },
  // web-7d4b9c6f5-abcde
  { has: ['abc', 'xyz'], form: /(?<=[a-z0-9]-)(abc\d{0,3}|abcde\w{0,5}|xyz\d{0,3}|xyzab)(?![\w-])/g },
  // ./rotate.sh ARG1, ./rotate.sh arg1 arg2
  {
    has: ['ARG', 'arg'],
    form: /(?<=\s)(ARGS?\d?|arg\d)(?=\s|$)/g,
    not: (match) => isLookedFor(match) || /\bxargs\s/.test(before(match)),
  },
  // --recipient user@example.com: nobody's own
  {
    has: ['@example.'],
    form: /(?<=[\s'"=:,<])((?:user|username|sender|recipient|customer|someone|somebody|you|me|name|email|test)(?:[.+]\w{1,20})?@example\.(?:com|org|net))(?![\w.-])/g,
  },
  // SOURCE='https://shop.example.com:8481', START=2025-01-01T00:00:00Z: what a variable is set to for the sample
  {
    has: ['example.', '=20', "='20", '="20', '=19'],
    form: /(?<=^\s{0,8}(?:export\s{1,4})?[A-Za-z_]\w{0,60}=["']?)((?:https?:\/\/)?(?:[\w-]{1,60}\.){0,6}example\.(?:com|org|net)(?::\d{1,5})?(?:\/[\w./-]*)?|(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z| ?UTC|[+-]\d\d:?\d\d)?)?)(?=["']?\s*$)/g,
  },
  // nodetool removenode 192.0.2.10: an address that is reserved for documents
  {
    has: ['192.0.2.', '198.51.100.', '203.0.113.'],
    form: /(?<![\w.])((?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3})(?![\w.])/g,
    not: isLookedFor,
  },
  // -e smoke_test=foo
  { has: ['=foo'], form: /(?<=\w=)(foo)(?=[\s'"]|$)/g, not: isLookedFor },
  // etcdctl member remove 8e9e05c52164694d, docker logs d12b518475e1, restic restore 4f155a5e
  {
    has: ['member', 'docker', 'podman', 'restic'],
    form: /(?=[\da-f]{8})(?<=\betcdctl\s(?:[^|;&\n]{0,300}\s)?member\s(?:remove|update|promote)\s|\b(?:docker|podman)\s(?:[^|;&\n]{0,300}\s)?|\brestic\s(?:[^|;&\n]{0,300}\s)?(?:restore|forget|ls|dump|diff)\s)((?=[a-f]{0,15}\d)(?=\d{0,15}[a-f])(?:[\da-f]{8}|[\da-f]{12}|[\da-f]{15,16}))(?=[\s:)]|$)/g,
    not: (match) => /[@:/]$|:\S*$/.test(before(match)) || /\b(?:pull|push)\s[^|;&]*$/.test(before(match)),
  },
  // pgbackrest restore --set 20240527-175735F
  { has: ['F'], form: /(?<=\s--set[ =])(\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?)(?=\s|$)/g },
  // zpool replace tank 4404938314048604666 /dev/sdc
  {
    has: ['zpool '],
    form: /(?=\d{15})(?<=\bzpool\s[a-z]{1,20}\s(?:[^|;&\n]{0,200}\s)?)(\d{15,20})(?=\s|$)/g,
  },
];
