import { wordSet } from './words.ts';
import type { Trait } from './trait.ts';

/** Programs that only look, whatever they are given, and what only concerns the shell. */
export const LOOKING_PROGRAMS = wordSet(`
  ls ll cat zcat bzcat xzcat tac head tail less more grep egrep fgrep zgrep rg ag ack awk gawk sort uniq wc cut tr jq yq column diff cmp comm nl paste
  fold tree stat file du df ncdu free uptime w who whoami id groups last lastb lastlog ps top htop atop btop pgrep pidof pstree pidstat lsof fuser netstat ss
  vmstat iostat mpstat sar dstat iotop iftop nethogs dmesg date cal uname arch nproc lscpu lsblk blkid findmnt lspci lsusb lsmod getent dig nslookup host
  drill whois ping ping6 fping traceroute tracepath mtr nc ncat netcat nmap tcpdump openssl echo printf true false test [ [[ sleep wait which whereis type command man
  help info history env printenv locale getconf ulimit md5sum sha1sum sha256sum cksum base64 xxd hexdump od strings cd pushd popd pwd export unset
  set alias source . read time watch seq basename dirname realpath readlink expr bc numfmt tput clear exit logout return shift local declare
  pg_isready pg_controldata pg_lsclusters pg_config mysqlcheck mtail promtool k9s stern kubens kubectx jstack jmap jcmd jstat strace ltrace perf
  journalctl timedatectl hostnamectl loginctl resolvectl hostname chronyc ntpq lvs vgs pvs lvdisplay vgdisplay pvdisplay lvscan smartctl mailq dpkg-query apt-cache
  getfacl getenforce sestatus swapon ifconfig ip iptables ip6tables nft sysctl mount curl wget http https xh httpie exec xargs find sed tee
  ssh autossh sh bash dash ksh zsh su do done then else fi esac while until for if case break continue nginx apachectl httpd visudo sshd named-checkconf
  Get-Service Get-Process Get-Content Get-EventLog Get-WinEvent Get-ChildItem Get-Item Test-NetConnection Test-Connection Invoke-WebRequest Select-String Select-Object
  Where-Object Format-Table Format-List Sort-Object Measure-Object Get-Date Write-Host dir where findstr tasklist ipconfig systeminfo
`);

/** Those of them that only look where nothing else is meant: what a shell starts is judged by itself, and stands there as `_`. */
export const LOOKS_ONLY_SO: readonly Trait[] = [
  { form: /^(?:exec|(?:ba|da|k|z)?sh)\s+(?:-\w+\s+)*(?!_(?:\s|$))[^\s-]/ },
  { form: /^(?:nginx|apachectl|httpd)(?=\s|$)/, unless: /\s(?:-[tTvVS]|configtest)/ },
  { form: /^(?:visudo|sshd)(?=\s|$)/, unless: /\s-\w*[ctT]/ },
  {
    form: /^(?:wget|curl)\s/,
    unless: /^(?!.*\s(?:-O|--remote-name)(?=\s|$))curl|\s(?:-\w*O\s*-|--spider|-O\s*\/dev\/null)/,
  },
];

/** Orders that only look: `shopctl orders list`, `aws ec2 describe-instances`, `db:migrate:status`. */
export const LOOKING_VERBS = wordSet(`
  status list ls show showmigrations get describe info inspect view cat tail head top ps stat healthcheck healthz check version help ping diff plan
  validate verify lint search find count query whoami doctor explain report summary read lookup is filter listall jlist tpstats netstats
  compactionstats gossipinfo describecluster tablestats cfstats ready alive avail preflight precheck audit pwd
`);

/** What is looked at, unless an order comes after it: `aws logs tail`, but `aws logs delete-log-group`. */
export const LOOKED_AT = wordSet(`
  logs log events history health stats metrics images jobs queues members peers topology releases apps routes projects port trace lag tree ring
  console shell ssh login repl dbshell shell_plus remote_console proxy environment state cluster_status
`);

/** Words of a script's name that only looks, besides. */
export const LOOKING_SCRIPTS = wordSet(
  'test tests monitor diagnose diagnostics diag print smoke watch probe',
);

/** Programs whose words for it mean something else elsewhere, and options with which nothing but a look is left. */
export const LOOKING: readonly Trait[] = [
  {
    form: /\s--(?:version|help|dry-run|list|status|check|describe|simulate|whatif)(?=[\s=]|$)/,
    unless: /^(?:helm|git|ansible\S*)\s|\s--dry-run=(?:none|false)/,
  },
  {
    form: /^(?:docker|podman|nerdctl)(?:[ -]compose)?\s+(?:-\S+(?:\s+[^\s-]\S*)?\s+)*?(?:config|(?:system|builder)\s+(?:df|info)|exec|port|images|attach|logs|events|stats|history|inspect|ps|top|ls|info|version|diff)(?=\s|$)/,
  },
  {
    form: /^(?:kubectl|oc|k)\s+(?:-\S+(?:\s+[^\s-]\S*)?\s+)*?(?:config\s+(?:view|get-\S+|current-context|use-context)|cluster-info|api-resources|auth\s+can-i|port-forward|wait|proxy|rollout\s+(?:status|history)|events|exec|rsh|logs|get|describe|top)(?=\s|$)/,
  },
  {
    form: /^systemctl(?:\s+(?:--failed|--state\S*|--type\S*|--no-pager|-a|--all))*\s*$|^systemctl\s+(?:-\S+\s+)*(?:is-\S+|list-\S+)/,
  },
  {
    form: /^git\s+(?:-\S+\s+\S+\s+)*(?:log|status|diff|show|blame|rev-parse|describe|ls-\S+|shortlog|grep|branch(?=(?:\s+-[avr]+)*\s*$)|remote(?=\s+(?:-v|show|get-url)|\s*$)|fetch|config\s+--(?:get|list))(?=\s|$)/,
  },
  {
    form: /^(?:terraform|tofu)\s+(?:-\S+\s+)*(?:plan|show|output|validate|version|providers|graph|state\s+(?:list|show)|workspace\s+(?:list|show))(?=\s|$)/,
  },
  {
    form: /^(?:supervisorctl|pm2|gitlab-ctl|monit|sv|service|rc-service)\s+(?:\S+\s+)?(?:status|avail|tail|logs|monit|summary)(?=\s|$)/,
  },
  { form: /^mysqladmin\s(?:.*\s)?(?:ping|status|processlist|extended-status|variables|version)(?=\s|$)/ },
  {
    form: /^(?:dpkg|rpm|pip3?|npm|snap|apt|yum|dnf)\s+(?:-\w*[lLsSqV]\w*|--?q\w*|list|show|freeze|outdated|audit|ls|search|info)(?=\s|$)/,
  },
  {
    form: /^(?:consul\s+(?:members|monitor|catalog|kv\s+get)|vault\s+(?:status|read|token\s+lookup)|nomad\s+\S*\s*status|etcdctl\s.*\b(?:endpoint\s+\w+|member\s+list|alarm\s+list|get))(?=\s|$)/,
  },
  {
    form: /^(?:rabbitmqctl|rabbitmq-diagnostics)\s+(?:-\S+\s+(?:rabbit@\S+\s+)?)*(?:list_|cluster_status|check_|report|environment|ping|node_health)/,
  },
  { form: /^kafka-[\w-]+(?:\.sh)?\s.*--(?:describe|list|version)(?=\s|$)/ },
  {
    form: /^ceph\s+(?:-s|-w|(?:osd|pg|mon|mds|fs|mgr)\s+(?:tree|df|stat|status|dump\S*|ls|pool\s+ls|perf|lspools)|df|health|status)(?=\s|$)/,
  },
  {
    form: /^(?:zpool|zfs|mdadm|fdisk|parted|crontab|postqueue|postconf|ethtool)\s+(?:list|status|get|iostat|history|--detail|-D|--query|-Q|-l|-p|-n|[a-z]+\d\w*$)/,
  },
  { form: /^(?:crictl|ctr)\s+(?:-\S+\s+)*(?:ps|pods|images|logs|inspect\w*|info|stats|version)(?=\s|$)/ },
  {
    form: /^kill\s+(?:-0|-3|-l|-QUIT|-SIGQUIT)(?=\s|$)|^(?:sudo|doas)\s+-\w*[is]\w*$|^python[\d.]*\s+-m\s+json\.tool/,
  },
];
