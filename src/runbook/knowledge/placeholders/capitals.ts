import type { PlaceholderForm } from './form.ts';
import {
  after,
  before,
  isInSql,
  isLookedFor,
  isNameOfFile,
  isNameOfVariable,
  standsForItself,
} from './around.ts';
import { THING } from './things.ts';

/** What a word in capitals is the reader's own of, by the programs that it is given to. With others it may be a name of the program's. */
const BY_PROGRAM: readonly (readonly [programs: string, words: string])[] = [
  ['cf', 'ORG|ORGANI[SZ]ATION|SPACE|ROLE|PLAN|ROUTE|STACK|SERVICE_INSTANCE|SERVICE_KEY'],
  ['bosh', 'ENV|ENVIRONMENT|DEPLOYMENT|INSTANCE|GROUP'],
  [
    'kubectl|oc|helm|argocd|flux|velero|stern',
    'NS|CONTEXT|CLUSTER-CONTEXT|SECRET|CONFIGMAP|CHART|JOB|CRONJOB|PV|STS|STATEFULSET|DAEMONSET|BACKUP|SERVICEACCOUNT|LABEL|KIND',
  ],
  ['docker|podman|nerdctl|crictl|docker-compose', 'NETWORK|REGISTRY|IMAGE_TAG|STACK'],
  ['terraform|tofu|terragrunt|pulumi', 'ENV|WORKSPACE|STACK|ADDR|ADDRESS|RESOURCE'],
  ['vault|bao|consul', 'KEY|MOUNT|ROLE|KEY_SHARE'],
  ['nomad', 'ALLOC|ALLOCATION|JOB|EVAL|TASK|GROUP'],
  [
    'rabbitmqctl|rabbitmqadmin|kafka-[\\w.-]+|nats',
    'VHOST|USER|POLICY|GROUP|BROKER|STREAM|CONSUMER|EXCHANGE',
  ],
  [
    'scontrol|scancel|sacct|squeue|sbatch|sinfo|srun|qdel|qstat|qhold|qrls|bkill|bjobs|condor_\\w+',
    'JOB|USER|PARTITION|NODELIST|RESERVATION',
  ],
  ['qm|pct|pvesh|pvesm|vzdump|qmrestore|virsh|xe|xl', 'ID|STORAGE|SNAPSHOT|SNAPNAME|GUEST|POOL|DISK'],
  ['openstack|nova|cinder|neutron|glance', 'SERVER|FLAVOR|NETWORK|SUBNET|STACK|KEYPAIR'],
  ['gluster', 'BRICK|PEER|VOLUME|SERVER'],
  ['mc|rclone|s3cmd', 'ALIAS|REMOTE|TARGET|BUCKET'],
  ['ceph|rbd|rados|radosgw-admin', 'POOL|OSD|FS|FILESYSTEM|CLIENT'],
  [
    'zfs|zpool|lv\\w+|vg\\w+|pv\\w+|mdadm|mkfs\\S*|mount|umount|fsck\\S*|cryptsetup|smartctl|parted|resize2fs',
    'POOL|DATASET|SNAP|FILESYSTEM|VG|LV|DISK|DEVICE|DEV|DRIVE|MOUNTPOINT|MOUNT_POINT',
  ],
  ['systemctl|journalctl|service|supervisorctl', 'UNIT|SERVER|DAEMON|PROGRAM'],
  ['git', 'REMOTE|FILE|PATH'],
  [
    'useradd|usermod|userdel|adduser|deluser|groupadd|passwd|chage|chown|gpasswd|su|ssh-copy-id',
    'USER|GROUP|LOGIN|USER:GROUP|FILE|PATH|DIR',
  ],
  [
    'cp|mv|rm|cat|less|more|head|tail|vim?|nano|tar|unzip|gunzip|gzip|scp|rsync|chmod|find|du|stat|psql|pg_restore|sqlite3|md5sum|sha256sum',
    'FILE|DIR|DIRECTORY|PATH|FOLDER|BACKUP|DUMP|DUMPFILE|DEST|DESTINATION|SRC|DST',
  ],
  [
    'mysql\\w*|mariadb\\S*|psql|pg_\\w+|createdb|dropdb|mongo\\w*|cqlsh|nodetool|patronictl|etcdctl|vacuumdb',
    'DB|DATABASE|USER|TABLE|PRIMARY|REPLICA|MEMBER|KEYSPACE|ENDPOINT|PASS',
  ],
  [
    'ip|iptables|ip6tables|ifup|ifdown|ethtool|tcpdump|nmcli|ufw|wg|route|fail2ban-client|arping',
    'GATEWAY|GW|IFACE|INTERFACE|NETWORK|SUBNET|CIDR|NUM|LINE_NUMBER|JAIL|NIC',
  ],
  ['ping|telnet|nc|ncat|ssh|nslookup|dig|traceroute|mtr|curl|nmap', 'SERVER|PORT|NODE'],
  ['openssl|certbot|keytool', 'CERT|CERTFILE|KEYFILE|KEYSTORE|ALIAS'],
  ['az', 'SUBSCRIPTION|RG|GROUP|VAULT|WORKSPACE'],
  ['gcloud|aws|gsutil|bq', 'FUNCTION|LOG_GROUP|STACK|TABLE|PROFILE|JOB|DATASET|KEY|SUBNET|ROLE'],
];

/** What is glued to a word for a name or a number: TESTAPPNAME, JOBID, OLDDRIVE. */
const OF_AN_ID =
  'VM|CT|JOB|LOCK|CONTAINER|ORDER|USER|POD|NODE|INSTANCE|MEMBER|TASK|PROCESS|CLIENT|TENANT|PROJECT|ACCOUNT|GROUP|APP|DB|DISK|OSD|VOLUME|SNAPSHOT|COMMIT|RUN|BUILD|DEPLOYMENT|CLUSTER|TOPIC|QUEUE|BROKER|CUSTOMER|SESSION|TRANSACTION|MESSAGE|RESOURCE|DEVICE|SERVER|HOST|ALLOC|EVAL|KEY|IMAGE|LOAN|BATCH';
const A_THING = THING.toUpperCase();

/** What a team's own would be glued to in capitals. */
const CAPITALS =
  'NAME|USER|USERNAME|HOST|HOSTNAME|SERVICE|APP|CLUSTER|DB|DATABASE|TENANT|ENV|REGION|PROJECT|NODE|POD|NAMESPACE|BUCKET|NUMBER|UUID|SHA|VERSION';

/** … and what only ends a name: credentials-ENVIRONMENT.json, shop-HASH.a.run.app */
const LAST = `${CAPITALS}|ENVIRONMENT|SANDBOX|HASH|STAGE|BRANCH|COMMIT|ORG|SITE|ID|SUFFIX|RANDOM`;

/** Words in capitals that stand for the reader's own. */
export const IN_CAPITALS: readonly PlaceholderForm[] = [
  // https://api.example.org/pages/PAGE_ID/parts
  {
    has: ['_ID', '_NAME', '_KEY'],
    form: /(?<=:\/\/[^\s"']{0,200}\/)((?:[A-Z]+_)+(?:ID|NAME|KEY))(?=[/?"'\s]|$)/g,
  },
  // POD-NAME, pod/POD-NAME
  {
    has: ['-NAME', '-ID', '-IP'],
    form: /(?<=[\s/=])((?:[A-Z]+-)+(?:NAME|ID|IP))(?=[\s:/]|$)/g,
    not: (match) => isLookedFor(match) || isInSql(match),
  },
  // postgresql://shop:PASS@MASTER_IP:5432/shop
  {
    has: ['://'],
    form: new RegExp(String.raw`(?<=:\/\/[^\s"']{0,200}[:@])((?:[A-Z]+_)*(?:${A_THING}|PASS))(?=[@:/])`, 'g'),
  },
  // No shell has a variable of such a name: $POD-NAME
  { has: ['$'], form: /\$([A-Z][A-Z0-9_]*(?:-[A-Z][A-Z0-9_]*)+)/g },
  // kubectl logs POD_NAME -n NAMESPACE, kill PID, ssh USER@HOST
  {
    form: new RegExp(
      String.raw`(?<=[\s/@:=(]|^)((?:[A-Z][A-Z0-9]*_)+(?:${A_THING}|HASH|NUMBER)(?:_?\d)?|(?:POD|NODE|SERVICE|CLUSTER|CONTAINER|INSTANCE|APP|VM|PVC|QUEUE)(?:NAME)?|NAMESPACE|HOST|HOSTNAME|USERNAME|PASSWORD|TOKEN|ID|IP|PID|UUID|ULID|NAME|BUCKET|BRANCH|VERSION|DEPLOYMENT|RELEASE|REVISION|REGION|ZONE|ENVIRONMENT|DOMAIN|URL|FILENAME|PROJECT|TIMESTAMP|TENANT|SHA|TOPIC|COMMIT|HASH|IMAGE|VOLUME|SNAPSHOT|REPOSITORY|ACCOUNT|ENDPOINT|LOG_?LEVEL)(?=[\s/@:.,)]|$)(?!\s*=)`,
      'g',
    ),
    not: (match) =>
      isLookedFor(match) ||
      isNameOfVariable(match) ||
      before(match).endsWith('KeyType=') ||
      isInSql(match) ||
      isNameOfFile(match) ||
      // redis-cli CLUSTER NODES, taskkill /PID 4242
      (match[1] === 'CLUSTER' && /-cli\b[^|;&]*$/.test(before(match))) ||
      // ALTER USER shop PASSWORD 'x', openstack server list -c ID
      (match[1] === 'PASSWORD' && /^\s*'/.test(after(match))) ||
      /\bopenstack\s[^|;&]*\s-c\s+$/.test(before(match)) ||
      /\b(?:taskkill|schtasks|msiexec)\b[^|;&]*\s\/$/i.test(before(match)) ||
      /["'][^"']*$/.test(before(match).replaceAll(/"[^"]*"|'[^']*'/g, '')) ||
      /(?:^|[;&\n]\s*)$|columns?=\S*$|#[^\n]*$|\b[A-Z]+ $|<<|\b(?:for|read|local|declare)\s+(?:-\w+\s+)*$/.test(
        before(match),
      ),
  },
  // borg info "$repository::ARCHIVE_NAME", curl "https://example.org/USER_ID"
  {
    has: ['_NAME', '_ID'],
    form: /(?<=["'][^"'\s]*(?:::|\/))((?:[A-Z]+_)+(?:NAME|ID))(?=[/"'.])/g,
    not: isLookedFor,
  },
  // --group GROUP, --master=MASTER: the option's own name
  {
    has: ['--'],
    form: /(?<=--[a-z][a-z-]{0,40}[ =])([A-Z]{2,}(?:[_-][A-Z]+)*)(?=\s|$)/g,
    not: (match) =>
      !before(match)
        .slice(-44, -1)
        .endsWith((match[1] ?? '').toLowerCase().replaceAll('_', '-')),
  },
  // --bootstrap-server BROKER:9092, http://hostname:8080
  {
    has: [':'],
    form: /(?<=[\s,@/=])((?!(?:TCP|UDP|SCTP|ICMP|HTTPS?|TLS|SSL|GRPC|ALL|[A-Z]{2,8}-LISTEN):)[A-Z][A-Z_-]*[A-Z]|host|hostname)(?=:\d{2,5}(?![\w.]))/g,
    not: isLookedFor,
  },
  // ssh shop.DOMAIN
  { has: ['.DOMAIN'], form: /(?<=\s(?:\w+@)?[a-z][\w-]*\.)(DOMAIN)(?=[\s:/]|$)/g },
  // '{"value": "NODE_NAME"}'
  {
    has: [': "', ':"', '="'],
    form: new RegExp(String.raw`(?<=:\s?"|=")((?:[A-Z]+_)*(?:${A_THING})|LOG_?LEVEL)(?=")`, 'g'),
    not: isInSql,
  },
  // __JOB_ID__, as templates and redacted texts have it
  {
    has: ['__'],
    form: /(?<![\w$-])(__(?!(?:FILE|LINE|DIR|FUNCTION)__)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__)(?!\w)/g,
  },
  // cf target -o ORG -s SPACE, bosh -e ENV vms, kubectl -n NS get pods
  ...BY_PROGRAM.map(([programs, words]) => ({
    has: words
      .split('|')
      .map((word) => word.replace(/\[.*/, ''))
      .filter((word) => !word.includes(':')),
    form: new RegExp(
      String.raw`(?=[A-Z])(?<=(?:^|[\s;|&(])(?:${programs})\s(?:[^|;&\n"'\x60#]{0,200}[\s/@:=])?)(${words})(?=[\s/@:,]|$)`,
      'g',
    ),
    not: (match: RegExpExecArray): boolean =>
      isNameOfVariable(match) ||
      (!programs.startsWith('bosh') && isLookedFor(match)) ||
      /\s(?:-t|--type|--class|--kind)[ =]$/.test(before(match)) ||
      // rsync -a shop /mnt/BACKUP: a folder may be called that
      (/^(?:BACKUP|DUMP)$/.test(match[1] ?? '') && /[/:]$/.test(before(match))),
  })),
  // heroku logs --app TESTAPPNAME, gluster volume heal VOLNAME, git rebase TAGNUMBER
  {
    has: ['NAME', 'NUMBER'],
    form: /(?<=[\s/=@:]|[a-z]-)((?!RENAME|SETNAME|GETNAME|FIRSTNAME|LASTNAME|SURNAME)[A-Z]{2,20}(?:NAME|NUMBER))(?=[\s/@:.,]|$)(?!\s*=)/g,
    not: standsForItself,
  },
  // scancel JOBID, terraform force-unlock LOCKID, qm stop IDVM
  {
    has: ['ID'],
    form: new RegExp(
      String.raw`(?<=[\s/=@:]|[a-z]-)((?:${OF_AN_ID})ID|ID(?:VM|CT))(?=[\s/@:.,]|$)(?!\s*=)`,
      'g',
    ),
    not: standsForItself,
  },
  // zpool replace tank OLDDRIVE NEW_DISK; gluster volume add-brick shop NEW_BRICK
  {
    has: ['OLD', 'NEW', 'FAILED', 'BROKEN', 'MY', 'SOURCE', 'TARGET'],
    form: new RegExp(
      String.raw`(?<=[\s/=@:])((?:OLD|NEW|FAILED|BROKEN|MY|SOURCE|TARGET)[-_]?(?:${A_THING}|DRIVE|BRICK|TAG|MASTER|PRIMARY|LEADER|DIR|DIRECTORY))(?=[\s/@:.,]|$)(?!\s*=)`,
      'g',
    ),
    not: standsForItself,
  },
  // cf push MY-AWESOME-APP, ceph osd out OSD-NUM, kubectl config use-context CLUSTER-CONTEXT
  {
    has: ['-'],
    form: new RegExp(
      String.raw`(?<=[\s/=@])((?!X-|DOCKER-|KUBE-|CNI-)(?:[A-Z]{2,20}-){1,4}(?:${A_THING}|CONTEXT|NUM|NUMBER))(?=[\s:/]|$)`,
      'g',
    ),
    not: standsForItself,
  },
  // lsof -ti:PORT, curl localhost:PORT
  { has: [':PORT'], form: /(?<=:)(PORT)(?=[\s/"',)]|$)/g },
  // docker pull shop:TAG, git checkout TAG
  {
    has: ['TAG'],
    form: /(?<=\w:|\bgit\s[^|;&\n]{0,80}\s|\s--?[a-z-]{0,20}tag[ =])((?:[A-Z]{2,12}_)?TAG)(?=[\s"']|$)/g,
    not: standsForItself,
  },
  // ceph osd out osd.ID
  { has: ['.ID', '.NUM', '.NAME'], form: /(?<=\s[a-z]+\.)(ID|NUM|NAME)(?=\s|$)/g, not: standsForItself },
  // borg extract /srv/backup::ARCHIVE
  { has: ['::'], form: /(?<=::)((?:[A-Z]+[-_])*(?:ARCHIVE|SNAPSHOT)(?:[-_](?:NAME|ID))?)(?=\s|$)/g },
  // -H "Authorization: Bearer TOKEN"
  {
    has: ['Bearer '],
    form: /(?<=\bBearer\s)((?:[A-Z]+[_-])*(?:TOKEN|KEY|JWT)|\.{3,}|…|token)(?=["'\s])/g,
  },
  // --password='ROOT_PASSWORD'
  {
    has: ['_'],
    form: /(?<=\s--[a-z-]{1,40}=["'])((?:[A-Z]{2,20}_){1,4}(?:PASSWORD|NAME|ID|USER|HOST|TOKEN|KEY))(?=["'])/g,
    not: standsForItself,
  },
  // curl -u USER:PASSWORD
  { has: ['USER'], form: /(?<=\s-u\s?|\s--user[= ])(USER(?:NAME)?:PASS(?:WORD)?)(?=[\s@]|$)/g },
  // DROP USER 'USERNAME'@'HOST'
  { has: ["'@'"], form: /(?<=')((?:DB_?)?USER(?:_?NAME)?)(?='@')|(?<='@')(HOST(?:NAME)?|IP)(?=')/g },
  // ALTER USER shop PASSWORD 'NEW_PASSWORD', 'newpassword', '****'
  {
    has: ['PASSWORD', 'password', 'BY', 'by'],
    form: /(?<=\b(?:PASSWORD|password|BY|by)\s{1,4}')((?:[A-Z]+_)*PASSWORD|new_?password|strong_?password|\*{3,})(?=')/g,
  },
  // Order.find(ID), within quotes
  { has: ['(ID)', '_ID)'], form: /(?<=\.(?:find|get|find_by_id)\()((?:[A-Z]+_)*ID)(?=\))/g },
  // kubectl delete pod NOM_DU_POD, ssh USUARIO@SERVIDOR
  {
    has: ['NOM', 'USUARIO', 'SERVIDOR', 'UTILISATEUR', 'SERVEUR', 'BENUTZER'],
    form: /(?<=[\s/=@:])(NOMB?R?E?(?:_[A-Z]+)+|NOM(?:BR)?E|USUARIO|SERVIDOR|UTILISATEUR|SERVEUR|BENUTZER(?:NAME)?)(?=[\s/@:.]|$)/g,
    not: standsForItself,
  },
  // ansible-playbook -l HOST site.yml
  {
    has: ['-l', '--limit'],
    form: /(?<=\bansible(?:-\w+)?\s(?:[^|;&\n]{0,200}\s)?(?:-l|--limit)[ =])(HOSTS?|HOSTNAME|GROUP|NODE|SERVER|LIMIT)(?=\s|$)/g,
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
  { has: ['-pPASS'], form: /(?<=\s-p)(PASS(?:WORD|WD)?)(?=\s|$)/g },
];
