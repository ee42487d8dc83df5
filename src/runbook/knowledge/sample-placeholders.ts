import { LOOKED_FOR, NAMES_OF_THINGS, before } from './placeholder-words.ts';
import type { PlaceholderForm } from './placeholder-words.ts';

const isLookedFor = (match: RegExpExecArray): boolean => LOOKED_FOR.test(before(match));

/** `Instance`, `InstanceID`, `VmName`: as names are glued together. */
const GLUED = `(?:${NAMES_OF_THINGS.flatMap((name) => [name.charAt(0).toUpperCase() + name.slice(1), ...(name.length < 4 ? [name.toUpperCase()] : [])]).join('|')})`;

/** What a team's own would be glued to in capitals. */
const CAPITALS =
  'NAME|USER|USERNAME|HOST|HOSTNAME|SERVICE|APP|CLUSTER|DB|DATABASE|TENANT|ENV|REGION|PROJECT|NODE|POD|NAMESPACE|BUCKET|NUMBER|UUID|SHA|VERSION';

/** … and what only ends a name: credentials-ENVIRONMENT.json, shop-HASH.a.run.app */
const LAST = `${CAPITALS}|ENVIRONMENT|SANDBOX|HASH|STAGE|BRANCH|COMMIT|ORG|SITE|ID|SUFFIX|RANDOM`;

/** Samples: names that are only there to show where the reader's own goes, and ids that a program gave to one thing once. */
export const SAMPLE_PLACEHOLDERS: readonly PlaceholderForm[] = [
  // server show myInstance, image save myInstanceSnapshotID; not myResourceGroup$RANDOM_ID
  {
    has: ['my', 'My'],
    form: new RegExp(String.raw`(?<=[\s='"/:])([mM]y${GLUED}{1,4})(?=[\s'"/:]|$)`, 'g'),
    not: isLookedFor,
  },
  // az aks show --name myAKSCluster; MySQLServer80 is a service
  {
    has: ['my'],
    form: new RegExp(
      String.raw`(?<=[\s='"/:])(my(?!SQL)[A-Z]{2,4}(?=[A-Z][a-z])${GLUED}{1,3})(?=[\s'"/:]|$)`,
      'g',
    ),
    not: isLookedFor,
  },
  // systemctl restart service, docker logs -f container, kubectl describe pod pod
  {
    has: ['service', 'container', 'pod'],
    form: /(?<=\b(?:systemctl|initctl)\s(?:--\w+\s)?(?:start|stop|restart|reload|status|enable|disable)\s|\bjournalctl\s(?:-\S+\s)*-\w*u\s)(service)(?=\s|$)|(?<=\b(?:docker|podman)\s(?:logs|exec|restart|stop|start|inspect|rm|kill|top)\s(?:-\S+\s)*)(container)(?=\s|$)|(?<=\bkubectl\s(?:logs|exec|(?:delete|describe|get)\spods?)\s(?:-\S+\s)*)(pod)(?=\s|$)/g,
  },
  // git clone git@github.com:ORG/REPO.git, https://github.com/username/repo
  {
    has: ['/REPO', '/repo', '/PROJECT', '/project'],
    form: /(?<=(?:github|gitlab|bitbucket)\.[a-z]{2,4}[:/])((?:YOUR_?)?(?:ORG|OWNER|USER|USERNAME|GROUP|org|owner|user|username|group)\/(?:REPO|PROJECT|repo|repository|project)(?:[-_]?(?:NAME|name))?)(?=\.git|[\s/]|$)/g,
  },
  // ./rotate.sh ARG1, ./rotate.sh arg1 arg2
  {
    has: ['ARG', 'arg'],
    form: /(?<=\s)(ARGS?\d?|arg\d)(?=\s|$)/g,
    not: (match) => isLookedFor(match) || /\bxargs\s/.test(before(match)),
  },
  // zfs snapshot pool/dataset@before
  { has: ['pool/'], form: /(?<=\s)(pool\/(?:dataset|data|fs|volume))(?=[\s@/]|$)/g },
  // ansible-playbook -l HOST site.yml
  {
    has: ['-l', '--limit'],
    form: /(?<=\bansible(?:-\w+)?\s(?:[^|;&\n]{0,200}\s)?(?:-l|--limit)[ =])(HOSTS?|HOSTNAME|GROUP|NODE|SERVER|LIMIT)(?=\s|$)/g,
  },
  // WHERE id = 'oldId'
  {
    has: ['new', 'old'],
    form: new RegExp(String.raw`(?<=["'])((?:new|old)${GLUED}{1,2})(?=["'])(?!["']\s*[:\]])`, 'g'),
    not: isLookedFor,
  },
  // hash-password "new_password", VALUES ('new_value1')
  {
    has: ['new', 'old'],
    form: /(?<=(?:\s|[=(,])["'])((?:new|old)[-_](?:password|passwd|username|user|name|email|value|setting|key|token|secret|host|hostname|ip|id)\d?)(?=["'](?!\s*[:\]]))/g,
    not: isLookedFor,
  },
  // CREATE ROLE NAME_ro, /backup/HOST-data
  {
    has: CAPITALS.split('|'),
    form: new RegExp(String.raw`(?<=[\s/@'"])(${CAPITALS})(?=[_-][a-z])`, 'g'),
    not: (match) => isLookedFor(match) || /-[A-Za-z]*D\s*$/.test(before(match)),
  },
  // shop-VERSION.tgz, ./release-NUMBER/
  {
    has: LAST.split('|'),
    form: new RegExp(
      String.raw`(?=[A-Z])(?<=[\s/='"][a-z][a-z\d]{0,40}(?:[-_][a-z\d]{1,40}){0,4}[-_])(${LAST})(?=[\s/.'"]|-[a-z]|$)`,
      'g',
    ),
    not: isLookedFor,
  },
  // WHERE contract_id = 'CONTRACT_NUMBER_AT_FAULT'; not column_name = 'ORDER_ID'
  {
    has: ['ID', 'NUMBER', 'NAME', 'EMAIL', 'UUID'],
    form: /(?<=(?<!(?:name|column|type|code|key|parameter|variable|metric|event|setting)\s{0,8})=\s{0,8}')((?:[A-Z]{1,30}_){0,6}(?:ID|NUMBER|NAME|EMAIL|UUID)(?:_[A-Z]{1,30}){0,6})(?=')/g,
    not: isLookedFor,
  },
  // setval('orders_id_seq', ORDERS_SEQ, true): a value from somewhere else
  {
    has: ['setval('],
    form: /(?<=\bsetval\(\s{0,8}'[\w.]{1,80}',\s{0,8})([A-Z][A-Z\d_]{2,60})(?=\s{0,8}[,)])/g,
  },
  // --sas-token '[SAS_TOKEN]'
  {
    has: ["'[", '"['],
    form: /(?<=(?:\s|=)["'])\[([A-Z]{2,}(?:[ _-][A-Z]{2,})+)\](?=["'](?:\s|$))/g,
    not: isLookedFor,
  },
  // shop-yyyymmdd.zip
  {
    has: ['yyyy', 'ddmm', 'dd-mm'],
    form: /(?<![%A-Za-z])(yyyy[-_/.]?mm(?:[-_/.]?dd)?|dd[-_/.]?mm[-_/.]?yyyy)(?![A-Za-z])/g,
    not: (match) => /(?:\bto_\w+|format|strftime|datefmt)\b[^;]*$/i.test(before(match)),
  },
  // -a 'your password', -a '*****', -pPASSWORD
  {
    has: ["'your ", '"your '],
    form: /(?<=[\s=]["'])(your (?:[a-z]{1,20} ){0,3}[a-z]{1,20})(?=["'](?:\s|$))/g,
    not: (match) => isLookedFor(match) || /\b(?:echo|printf|wall|logger)\s[^|;&]*$/.test(before(match)),
  },
  { has: ['****'], form: /(?<=\s|[=:]|[=\s:]["'])(\*{4,})(?=["'@\s]|$)/g, not: isLookedFor },
  { has: ['-pPASS'], form: /(?<=\s-p)(PASS(?:WORD|WD)?)(?=\s|$)/g },
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
