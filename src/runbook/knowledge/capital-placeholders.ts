import { LOOKED_FOR, NAMES_OF_THINGS, before, isNameOfVariable, isSql } from './placeholder-words.ts';
import type { PlaceholderForm } from './placeholder-words.ts';

const standsForItself = (match: RegExpExecArray): boolean =>
  LOOKED_FOR.test(before(match)) || isNameOfVariable(match) || isSql(before(match));

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
const NAMES = NAMES_OF_THINGS.join('|').toUpperCase();

/** Words in capitals that stand for the reader's own. */
export const CAPITAL_PLACEHOLDERS: readonly PlaceholderForm[] = [
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
      (!programs.startsWith('bosh') && LOOKED_FOR.test(before(match))) ||
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
      String.raw`(?<=[\s/=@:])((?:OLD|NEW|FAILED|BROKEN|MY|SOURCE|TARGET)[-_]?(?:${NAMES}|DRIVE|BRICK|TAG|MASTER|PRIMARY|LEADER|DIR|DIRECTORY))(?=[\s/@:.,]|$)(?!\s*=)`,
      'g',
    ),
    not: standsForItself,
  },
  // cf push MY-AWESOME-APP, ceph osd out OSD-NUM, kubectl config use-context CLUSTER-CONTEXT
  {
    has: ['-'],
    form: new RegExp(
      String.raw`(?<=[\s/=@])((?!X-|DOCKER-|KUBE-|CNI-)(?:[A-Z]{2,20}-){1,4}(?:${NAMES}|CONTEXT|NUM|NUMBER))(?=[\s:/]|$)`,
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
];
