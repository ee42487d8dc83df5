import type { PlaceholderForm } from './form.ts';
import { after, before, isInSql, isLookedFor } from './around.ts';
import { THINGS, things } from './things.ts';

/** `Instance`, `InstanceID`, `VmName`: as names are glued together. */
const GLUED = `(?:${THINGS.flatMap((name) => [name.charAt(0).toUpperCase() + name.slice(1), ...(name.length < 4 ? [name.toUpperCase()] : [])]).join('|')})`;

/** Names that nobody's own has: they say that the reader's goes there. */
export const NAMES: readonly PlaceholderForm[] = [
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
    not: (match) => /--$|-l\s+\S*$/.test(before(match)) || isInSql(match),
  },
  // someUser, SomeIpAddress
  {
    has: ['Some'],
    form: /(?<![\w$.-])(Some[A-Z][A-Za-z]+)(?![\w(])/g,
    not: isLookedFor,
  },
  // ssh user@host, username@server-ip
  {
    has: ['user@', 'username@', 'root@', 'admin@', 'deploy@', 'ubuntu@', 'centos@', 'debian@', 'pi@', 'opc@'],
    form: /(?<=[\s'"]|^)((?:root|admin|deploy|ubuntu|ec2-user|centos|debian|pi|opc)@(?:host|hostname|server|vm|ip|remote)|(?:user|username)@(?:[a-z]+[-_])*(?:host|hostname|server|remote|ip|address|machine|node|instance|domain|bastion|vm)(?:[-_][a-z]+)*)(?![\w.@-])/g,
  },
  // pg_dump name_of_database, DROP DATABASE name_of_the_db
  {
    has: ['name_of_', 'name-of-', 'NAME_OF_'],
    form: things(
      String.raw`(?<![\w$-])(name([-_])of\2(?:(?:the|your|my)\2)?(?:THING))(?![\w-])(?!\s*=)`,
      'gi',
    ),
    not: isLookedFor,
  },
  { has: ['here'], form: /(?<![\w$-])([a-z]\w*[-_]here)(?![\w-])/g },
  // ping host, nc -zv host 22
  {
    has: ['host'],
    form: /(?<=(?:^|[;&|]\s*|\s--\s+)(?:sudo\s+)?(?:ping|telnet|nc|ncat|traceroute|mtr|ssh|nslookup|dig)\s(?:-\S+\s+)*)(host(?:name)?)(?=\s|$)/g,
  },
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
  // ${cluster-name}: no shell has such a variable, and few write a default so
  { has: ['${'], form: things(String.raw`\$\{((?:[a-z\d]+-)+(?:THING))\}`) },
  // postgresql://user:password@host:5432/shop, curl -u user:pass
  {
    has: ['user'],
    form: /(?<=:\/\/|\s-u\s?|\s--user[= ])((?:db)?user(?:name)?:pass(?:word|wd)?)(?=[\s@]|$)/g,
  },
  // delete the failed-pod, zpool replace tank old-disk new-disk
  {
    has: ['failed-', 'broken-', 'affected-', 'faulty-', 'old-', 'new-', 'stuck-', 'failing-', 'unhealthy-'],
    form: /(?<=[\s/@])((?:failed|broken|affected|faulty|stuck|failing|unhealthy)-(?:pod|node|disk|host|instance|server|volume|broker|member|primary|replica|container|job|drive|device)|(?:old|new)-(?:disk|drive|device))(?=\s|$)/g,
    not: isLookedFor,
  },
  // ssh old-host, sed -i 's/old-host/new-host/' hosts, curl http://new-server:8080/
  {
    has: ['old-', 'new-'],
    form: /(?<=[\s@'"]|:\/\/|\bs\/(?:[\w.-]+\/)?)((?:old|new)-(?:host|hostname|server|machine|box|node))(?=[\s:/'"]|$)/g,
    not: (match) =>
      isInSql(match) ||
      /(?:--name|--message|-m|--tag|echo|printf)[ =]\S*$|\b(?:git|docker|podman|buildah)\s.*\s-[bBt]\s+$/.test(
        before(match),
      ),
  },
  // vault kv get secret/your/path
  { has: ['your/'], form: /(?<=[\s/=])(your\/[\w./-]*\w)/g },
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
  // -n namespace
  { has: ['namespace'], form: /(?<=\s(?:-n|--namespace)[ =])(namespace)(?=\s|$)/g },
  // logs podname, logs container_id
  {
    has: ['name', '_id'],
    form: /(?<=\s)((?:pod|node|service|cluster|container|instance|app|vm|pvc|volume|image|storageclass|deployment|sts|statefulset|daemonset|secret|configmap|job|cronjob|ingress|release|bucket|queue|topic)name|(?:container|instance|process|account|commit|volume|snapshot|backup|job|pod|node|image|deployment|run)_id)(?=\s|$)/g,
    not: (match) => isLookedFor(match) || isInSql(match),
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
      isInSql(match) ||
      isLookedFor(match),
  },
  {
    has: ['/project', '/repo'],
    form: /(?<![\w/])((?:group|user|org|owner|namespace)\/(?:project|repo|repository)(?:[_-]name)?)(?![\w-])/g,
  },
  // procmgr stop UniqueID
  {
    has: ['Name', 'Id', 'ID'],
    form: /(?<=\s)((?:Unique|Pod|Host|Node|Server|Cluster|Service|Queue|Topic|Container|Instance|Process|User|Database|Table|Namespace|Bucket|Job|ResourceGroup|Resource|Vm|VM)(?:Name|I[Dd]))(?=\s|$)/g,
    not: (match) => isLookedFor(match) || isInSql(match),
  },
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
  // zfs snapshot pool/dataset@before
  { has: ['pool/'], form: /(?<=\s)(pool\/(?:dataset|data|fs|volume))(?=[\s@/]|$)/g },
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
  // -a 'your password', -a '*****', -pPASSWORD
  {
    has: ['your '],
    form: /(?<=[\s=]["'])((?:(?:make up|choose|pick|enter|put|insert|type) )?your (?:[a-z]{1,20} ){0,3}[a-z]{1,20})(?=["'](?:[\s;]|$))/g,
    not: (match) => isLookedFor(match) || /\b(?:echo|printf|wall|logger)\s[^|;&]*$/.test(before(match)),
  },
];
