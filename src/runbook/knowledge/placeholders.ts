import {
  LOOKED_FOR,
  THING,
  after,
  before,
  isNameOfFile,
  isNameOfVariable,
  isSql,
  things,
} from './placeholder-words.ts';
import type { PlaceholderForm } from './placeholder-words.ts';

/** Names and samples that stand for the reader's own. */
export const PLACEHOLDERS: readonly PlaceholderForm[] = [
  {
    has: ['YOUR', 'HERE', 'CHANGE', 'REPLACE', 'INSERT', 'FIXME', 'TODO'],
    form: /\b(YOUR[_-]?[A-Z][A-Z0-9_-]+|[A-Z][A-Z_-]*[-_](?:GOES[-_])?HERE|CHANGE_?ME|REPLACE[_-]ME|REPLACE[_-][A-Z_]+|INSERT[_-][A-Z_]+|FIXME|TODO)\b/g,
    not: (match) => /\b(?:grep|rg|ag)\b[^|]*$/.test(before(match)),
  },
  {
    has: ['your'],
    form: /(?<![\w-])(your-[a-z0-9-]*[a-z0-9]|your_[a-z0-9_]+|your(?:\.[a-z]+)+|your[A-Z]\w+)\b/g,
  },
  // yourdomain, youremail; YOURLS and YourKit are programs
  { has: ['your'], form: /(?<=^|[^\w-]|\s-p)(your(?!s\b|sel|ls\b|kit\b)[a-z]{2}\w*)\b/g },
  // my-app, my_bucket, myproject: nobody's own are called that.
  {
    has: ['my'],
    form: things(
      String.raw`(?<![\w-])(my(?:[-_](?:\w+[-_])?(?:THING|company)(?:[-_][\w-]*)?|THING|company|corp|org))(?<!\bmyid)(?![\w$])`,
    ),
    not: (match) => /(?:^|[;&\n]\s*)(?:export\s+)?$/.test(before(match)) && after(match).startsWith('='),
  },
  // some-pod, specific_role_name, general_role_here, example-app
  {
    has: ['some', 'specific', 'general', 'example', 'any', 'this', 'that', 'target', 'desired'],
    form: things(
      String.raw`(?<![\w$-])((?:some|specific|general|example|any|this|that|target|desired)[-_](?:[A-Za-z\d]+[-_])*(?:THING))(?![\w-])(?!\s*=)`,
    ),
    not: (match) => /--$|-l\s+\S*$/.test(before(match)) || isSql(before(match)),
  },
  // someUser, SomeIpAddress
  {
    has: ['Some'],
    form: /(?<![\w$.-])(Some[A-Z][A-Za-z]+)(?![\w(])/g,
    not: (match) => LOOKED_FOR.test(before(match)),
  },
  // ssh user@host, username@server-ip
  {
    has: ['user@', 'username@', 'root@', 'admin@', 'deploy@', 'ubuntu@', 'centos@', 'debian@', 'pi@', 'opc@'],
    form: /(?<=[\s'"]|^)((?:root|admin|deploy|ubuntu|ec2-user|centos|debian|pi|opc)@(?:host|hostname|server|vm|ip|remote)|(?:user|username)@(?:[a-z]+[-_])*(?:host|hostname|server|remote|ip|address|machine|node|instance|domain|bastion|vm)(?:[-_][a-z]+)*)(?![\w.@-])/g,
  },
  { has: ['here'], form: /(?<![\w$-])([a-z]\w*[-_]here)(?![\w-])/g },
  // /path/to/file
  { has: ['/to/'], form: /(?<![\w-])\/?(?:path|dir|directory|folder)\/to\/[\w./-]*\w/g },
  // ${PATH/TO/KUBECONFIG}
  { has: ['/TO/'], form: /\$\{PATH\/TO\/([\w./-]+)\}/g },
  // C:\path\to\shop
  { has: ['\\to\\'], form: /(?:\b[A-Za-z]:)?\\?\b(?:path|dir|directory|folder)\\to\\[\w.\\*-]*[\w*]/g },
  // export KEY=value, kubectl label node web-1 key=value
  {
    has: ['=val', '=VAL'],
    form: /(?<=\s)((?:KEY|VAR|NAME|VARIABLE|VAR_NAME|ENV_VAR|key|name|var|variable)\d?=(?:value|VALUE|val|VAL)\d?)(?=[\s:,]|$)/g,
  },
  {
    has: ['xx', 'XX'],
    form: /(?<![A-Za-z0-9-])(X{3,}|x{2,}(?:[.:-]x{2,})*|XX+)(?![A-Za-z0-9])/g,
    not: (match) =>
      /\bmktemp\b[^;|&)]*$/.test(before(match)) ||
      (/^xx$/.test(match[0]) && !/[=:@/.-]$/.test(before(match))),
  },
  // ssh ip-10-x-x-x
  { has: ['-x'], form: /(?<=\d-)(x(?:-x){1,3})(?=[\s.:]|$)/g },
  // ec2-xx-xx-xx-xx.compute.example.org
  { has: ['-xx-', '-xxx-'], form: /(?<=[a-z\d]-)(x{2,3}(?:-x{2,3})+)(?![A-Za-z0-9])/g },
  // nfs-fileXX, web-NN, i-xxxx
  {
    has: ['XX', 'YY', 'ZZ', 'NN', 'xxx'],
    form: /(?<=[a-z0-9][-_.]?|[=/@:]|\b[a-z]+-)(X{2,}|YY|ZZ|NN+|x{3,})(?![A-Za-z0-9])/g,
    not: (match) => /\bmktemp\b[^;|&)]*$/.test(before(match)),
  },
  {
    has: ['.x', '.X', '.y', '.Y'],
    form: /\b(x\.x\.x\.x|[xX]{1,3}(?:\.[xX]{1,3}){3}|\d+(?:\.\d+)*(?:\.[xX])+|v?[XYxy]\.[XYxy](?:\.[ZzXxYy])?)\b/g,
  },
  // backup_YYYYMMDD.sql, HH:MM
  {
    has: ['MM'],
    form: /(?<![%A-Za-z])(YYYY[-_/.]?MM(?:[-_/.]?DD)?(?:[-_T ]?HH[-:_]?MM(?:[-:_]?SS)?)?|DD[-_/.]MM[-_/.]YYYY|HH:MM(?::SS)?)(?![A-Za-z])/g,
    not: (match) =>
      /(?:to_char|to_date|to_timestamp|date_format|strftime|format)\b[^;]*$/i.test(before(match)),
  },
  // orders_YYYY.csv, backup-YYMMDD.tar.gz, backup-DDMMYYYY.sql
  {
    has: ['YY'],
    form: /(?<=[\w\s/.-][_.-]|[\s/'"])(YYYY(?:mm(?:dd)?)?|YYMMDD|DD[-_.]?MM[-_.]?YY(?:YY)?|MM[-_.]?DD[-_.]?YYYY)(?![A-Za-z]|[-_/.]?MM)/g,
    not: (match) =>
      /(?:to_char|to_date|to_timestamp|date_format|strftime|format)\b[^;]*$/i.test(before(match)),
  },
  // https://api.example.org/pages/PAGE_ID/parts
  {
    has: ['_ID', '_NAME', '_KEY'],
    form: /(?<=:\/\/[^\s"']{0,200}\/)((?:[A-Z]+_)+(?:ID|NAME|KEY))(?=[/?"'\s]|$)/g,
  },
  { has: ['year'], form: /(?<![A-Za-z])(year[-_/]?month[-_/]?day)(?![A-Za-z])/gi },
  // /dev/sdX, /dev/sdXY, /dev/mdZ, /dev/nvmeXn1
  {
    has: ['sd', 'vd', 'hd', '/md', 'nvme'],
    form: /(?<=\/dev\/(?:sd|vd|xvd|hd|md)|\/dev\/nvme(?:\d+n)?|(?<!\w)(?:sd|vd|hd))([XYZ][\dXYZN]?|(?<=\/dev\/\w*)x\d?|N|(?<=\/dev\/sd)[a-z][XN](?=\s|$))(?![A-Za-mo-z\d])/g,
  },
  // { first part of the id }
  { has: ['{ '], form: /(?<![$%{@\\#\w])\{ ([a-z]+(?: [a-z]+){2,}) ?\}/gi },
  // ping host, nc -zv host 22
  {
    has: ['host'],
    form: /(?<=(?:^|[;&|]\s*|\s--\s+)(?:sudo\s+)?(?:ping|telnet|nc|ncat|traceroute|mtr|ssh|nslookup|dig)\s(?:-\S+\s+)*)(host(?:name)?)(?=\s|$)/g,
  },
  // delete deploy/X, ingester-X, osd.X
  {
    has: ['-X', '/X', '.X', '@X', '-N', '/N', '.N', '@N'],
    form: /(?<=[a-z][-/@]|\s[a-z]+\.)([XN])(?=[\s"']|$)/g,
  },
  // -a size=+XG, lvresize -L +XXG
  { has: ['X'], form: /(?<=[+=\s])(X{1,2})(?=[KMGT]i?B?(?:\s|$))/g },
  // kubectl logs orders-some-pod-number
  {
    has: ['some-'],
    form: /(?<=[a-z]-)(some-(?:[a-z]+-){0,2}(?:number|id|name|hash|pod|node))(?=[\s"']|$)/g,
  },
  // docker pull image:tag, borg extract repo::archive, chown user:group
  {
    has: [':'],
    form: /(?<=[\s/=])((?:image|container|repo|repository)(?:-?name)?:(?:tag|version)|(?:repo|REPO)::(?:archive|ARCHIVE)(?:[-_]name)?|(?<=\schown\s(?:-\w+\s)?|^chown\s(?:-\w+\s)?)user:group)(?=\s|$)/g,
  },
  // --replicas=N, set_jobs(number => N)
  { has: ['N', 'X'], form: /(?<=--[a-z-]+[= ]|\s[\w-]+=|\s=>\s)([NX])(?=[\s,)]|$)/g },
  // An ellipsis: what stands here is left out.
  {
    has: ['...', '…'],
    form: /(?<=[\s/=.'":0-9,]|[a-z]-|^)(?:\.{3,20}|…)(?=[\s'",;)/]|(?<=:…)@|$)/g,
    not: (match) =>
      before(match).endsWith('./') ||
      // The prompt of cqlsh and others for a further line
      (/\n\s*$/.test(before(match)) && /^ +\S/.test(after(match))) ||
      /"[^"\n]*[a-z] $/.test(before(match)) ||
      after(match).startsWith('/') ||
      /#[^\n]*$/.test(before(match)),
  },
  // POD-NAME, pod/POD-NAME
  {
    has: ['-NAME', '-ID', '-IP'],
    form: /(?<=[\s/=])((?:[A-Z]+-)+(?:NAME|ID|IP))(?=[\s:/]|$)/g,
    not: (match) => LOOKED_FOR.test(before(match)) || isSql(before(match)),
  },
  // postgresql://shop:PASS@MASTER_IP:5432/shop
  {
    has: ['://'],
    form: new RegExp(
      String.raw`(?<=:\/\/[^\s"']{0,200}[:@])((?:[A-Z]+_)*(?:${THING.toUpperCase()}|PASS))(?=[@:/])`,
      'g',
    ),
  },
  // No shell has a variable of such a name: $POD-NAME
  { has: ['$'], form: /\$([A-Z][A-Z0-9_]*(?:-[A-Z][A-Z0-9_]*)+)/g },
  // ${cluster-name}: no shell has such a variable, and few write a default so
  { has: ['${'], form: things(String.raw`\$\{((?:[a-z\d]+-)+(?:THING))\}`) },
  // kubectl logs POD_NAME -n NAMESPACE, kill PID, ssh USER@HOST
  {
    form: new RegExp(
      String.raw`(?<=[\s/@:=(]|^)((?:[A-Z][A-Z0-9]*_)+(?:${THING.toUpperCase()}|HASH|NUMBER)(?:_?\d)?|(?:POD|NODE|SERVICE|CLUSTER|CONTAINER|INSTANCE|APP|VM|PVC|QUEUE)(?:NAME)?|NAMESPACE|HOST|HOSTNAME|USERNAME|PASSWORD|TOKEN|ID|IP|PID|UUID|ULID|NAME|BUCKET|BRANCH|VERSION|DEPLOYMENT|RELEASE|REVISION|REGION|ZONE|ENVIRONMENT|DOMAIN|URL|FILENAME|PROJECT|TIMESTAMP|TENANT|SHA|TOPIC|COMMIT|HASH|IMAGE|VOLUME|SNAPSHOT|REPOSITORY|ACCOUNT|ENDPOINT|LOG_?LEVEL)(?=[\s/@:.,)]|$)(?!\s*=)`,
      'g',
    ),
    not: (match) =>
      LOOKED_FOR.test(before(match)) ||
      isNameOfVariable(match) ||
      before(match).endsWith('KeyType=') ||
      isSql(before(match)) ||
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
    not: (match) => LOOKED_FOR.test(before(match)),
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
    not: (match) => LOOKED_FOR.test(before(match)),
  },
  // postgresql://user:password@host:5432/shop, curl -u user:pass
  {
    has: ['user'],
    form: /(?<=:\/\/|\s-u\s?|\s--user[= ])((?:db)?user(?:name)?:pass(?:word|wd)?)(?=[\s@]|$)/g,
  },
  // shop_backup_DATE.sql
  { has: ['DATE', 'TIMESTAMP'], form: /(?<=[a-z]\w{0,60}[_-])(DATE|DATETIME|TIMESTAMP)(?=[\s._-]|$)/g },
  // git revert abc1234
  {
    has: ['abc', 'deadbeef', 'a1b2', '1a2b'],
    form: /(?<=\bgit\s[^|;&\n]{0,200}\s)((?:abc|a1b2|1a2b|deadbeef)\w{0,36})(?=\s|$)/g,
    not: (match) => !/^(?:abc(?:\d|def)|a1b2|1a2b|deadbeef)/.test(match[1] ?? ''),
  },
  // delete the failed-pod, zpool replace tank old-disk new-disk
  {
    has: ['failed-', 'broken-', 'affected-', 'faulty-', 'old-', 'new-', 'stuck-', 'failing-', 'unhealthy-'],
    form: /(?<=[\s/@])((?:failed|broken|affected|faulty|stuck|failing|unhealthy)-(?:pod|node|disk|host|instance|server|volume|broker|member|primary|replica|container|job|drive|device)|(?:old|new)-(?:disk|drive|device))(?=\s|$)/g,
    not: (match) => LOOKED_FOR.test(before(match)),
  },
  // ssh old-host, sed -i 's/old-host/new-host/' hosts, curl http://new-server:8080/
  {
    has: ['old-', 'new-'],
    form: /(?<=[\s@'"]|:\/\/|\bs\/(?:[\w.-]+\/)?)((?:old|new)-(?:host|hostname|server|machine|box|node))(?=[\s:/'"]|$)/g,
    not: (match) =>
      isSql(before(match)) ||
      /(?:--name|--message|-m|--tag|echo|printf)[ =]\S*$|\b(?:git|docker|podman|buildah)\s.*\s-[bBt]\s+$/.test(
        before(match),
      ),
  },
  // vault kv get secret/your/path
  { has: ['your/'], form: /(?<=[\s/=])(your\/[\w./-]*\w)/g },
  // ssh shop.DOMAIN
  { has: ['.DOMAIN'], form: /(?<=\s(?:\w+@)?[a-z][\w-]*\.)(DOMAIN)(?=[\s:/]|$)/g },
  // kubectl logs web-, with the rest of the name to be filled in
  {
    has: ['- '],
    form: /(?<=\b(?:exec|logs?|attach)\s(?:[^|;&\n]{0,200}\s)?)([a-z][a-z0-9-]*[a-z0-9]-)(?=\s)/g,
  },
  // -Q queue_1,queue_2
  {
    has: ['1,'],
    form: /(?<=[\s=])((queue|host|task|table|database|db|user|file|topic|server|pod|service|name|value|id|key|branch|index|tag)_?1(?:,\2_?\d)+)(?=\s|$)/g,
  },
  // '{"value": "NODE_NAME"}'
  {
    has: [': "', ':"', '="'],
    form: new RegExp(String.raw`(?<=:\s?"|=")((?:[A-Z]+_)*(?:${THING.toUpperCase()})|LOG_?LEVEL)(?=")`, 'g'),
    not: (match) => isSql(before(match)),
  },
  // -n namespace
  { has: ['namespace'], form: /(?<=\s(?:-n|--namespace)[ =])(namespace)(?=\s|$)/g },
  // logs podname, logs container_id
  {
    has: ['name', '_id'],
    form: /(?<=\s)((?:pod|node|service|cluster|container|instance|app|vm|pvc|volume|image|storageclass|deployment|sts|statefulset|daemonset|secret|configmap|job|cronjob|ingress|release|bucket|queue|topic)name|(?:container|instance|process|account|commit|volume|snapshot|backup|job|pod|node|image|deployment|run)_id)(?=\s|$)/g,
    not: (match) => LOOKED_FOR.test(before(match)) || isSql(before(match)),
  },
  // Words that stand for themselves: delete pod pod-name
  {
    has: ['name', '-id', '_HERE', 'previous-tag'],
    form: things(
      String.raw`(?<![\w$-])([A-Z]+_HERE|app_name|previous-tag|(?:THING)(?:[_-]name|-id))(?![\w-])(?!\s*=)`,
    ),
    not: (match) =>
      /-l\s+\S*$|--\S*$|[.=]\S*\.$|-o\s+\S*$|\.$|columns?=\S*$|[[({,]\s*['"]?$|-(?:name|columns)\s+["']?$|^\s*(?:echo|printf)\b|\bcolumn\s+$|\bset\s+(?:system\s+)?$/i.test(
        before(match),
      ) ||
      /^["']?\s*[:)\]]/.test(after(match)) ||
      isSql(before(match)) ||
      LOOKED_FOR.test(before(match)),
  },
  {
    has: ['/project', '/repo'],
    form: /(?<![\w/])((?:group|user|org|owner|namespace)\/(?:project|repo|repository)(?:[_-]name)?)(?![\w-])/g,
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
  // procmgr stop UniqueID
  {
    has: ['Name', 'Id', 'ID'],
    form: /(?<=\s)((?:Unique|Pod|Host|Node|Server|Cluster|Service|Queue|Topic|Container|Instance|Process|User|Database|Table|Namespace|Bucket|Job|ResourceGroup|Resource|Vm|VM)(?:Name|I[Dd]))(?=\s|$)/g,
    not: (match) => LOOKED_FOR.test(before(match)) || isSql(before(match)),
  },
  // A name that ends like a row of keys: pvc-1234
  { has: ['-1234'], form: /(?<![\w.-])([a-z]+-1234)(?![\w.-])/g },
  // __JOB_ID__, as templates and redacted texts have it
  {
    has: ['__'],
    form: /(?<![\w$-])(__(?!(?:FILE|LINE|DIR|FUNCTION)__)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__)(?!\w)/g,
  },
  { has: ['123456789012'], form: /(?<=[:/"'\s=])(123456789012)(?!\w)/g },
  { has: ['000000'], form: /(?<=[a-z]-)(0{6,})(?!\w)/g },
  // web-7d4b9c6f5-abcde
  { has: ['abc', 'xyz'], form: /(?<=[a-z0-9]-)(abc\d{0,3}|abcde\w{0,5}|xyz\d{0,3}|xyzab)(?![\w-])/g },
  // SELECT pg_terminate_backend(pid), with no table that the pid comes from
  {
    has: ['backend(pid)', 'backend(PID)'],
    form: /(?<=\bpg_(?:terminate|cancel)_backend\()(pid|PID)(?=\))/g,
    not: (match) => /\bfrom\b/i.test(after(match)),
  },
];
