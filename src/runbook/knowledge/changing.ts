import { wordSet } from './words.ts';
import type { Trait } from './trait.ts';

/** A form of commands that change the system. */
export interface Change extends Trait {
  /** Done as well to try whether something works, or to keep what was found: `cp app.log /tmp`, `curl -X POST`. */
  readonly trial?: true;
}

/** Orders that a program is given, or a script named after: `nomad job restart api`, `failover-db-cluster`, `./restart-web.sh`. */
export const CHANGING_VERBS = wordSet(`
  restart reload start stop kill terminate pause unpause resume suspend halt reboot shutdown poweroff up down scale autoscale resize
  deploy redeploy undeploy rollback revert undo failover switchover promote demote step stepdown seal unseal enable disable mask unmask isolate
  set unset update upgrade downgrade modify patch edit replace replicaof change apply reapply sync resync reconcile refresh reset clear flush purge
  prune clean autoclean cleanup delete del remove rm drop destroy truncate evict drain cordon uncordon taint untaint fence unfence attach detach
  connect disconnect provision migrate repair recover restore rebuild reindex rebalance reassign compact vacuum defrag disarm rotate
  renew revoke grant approve reject deny allow block unblock ban unban retry requeue replay redrive release abort cancel
  quarantine lock unlock unload mount umount activate deactivate register deregister expire forget move scrub reconfigure hup signal bounce kick fix heal
  uninstall reinstall flushall flushdb rerun restage
`);

/** Those that may as well be a trial. */
export const TRIAL_VERBS = wordSet(
  'add create put push pull publish send import load invoke execute trigger install run label annotate copy write clone init upload download build',
);

/** What stands between a program and its order: `docker compose -f prod.yml`, `kubectl -n shop`. */
const OPTIONS = String.raw`(?:-\S+(?:\s+[^\s-]\S*)?\s+)*?`;

const orders = (programs: string, verbs: string): Trait => ({
  form: new RegExp(String.raw`^(?:${programs})\s+${OPTIONS}(?:${verbs})(?=\s|$)`),
  unless: /\s--help\b/,
});

/** Programs whose orders are called otherwise, and what changes something without one. */
export const CHANGING: readonly Change[] = [
  orders(
    '(?:docker|podman|nerdctl)(?:[ -]compose)?|docker-compose',
    '(?:(?:container|image|volume|network|service|stack|swarm|node|secret)\\s+)?(?:restart|start|stop|up|down|pause|unpause|scale|update|pull|run|load|build|create|rm)',
  ),
  orders(
    'kubectl|oc|k|microk8s kubectl',
    'run|create|expose|label|annotate|debug|adm\\s+(?:prune|policy|upgrade|taint)|autoscale|start-build',
  ),
  orders('helm', 'install|upgrade|rollback|uninstall|delete'),
  orders('systemctl', 'daemon-\\w+|try-restart|reset-failed|kill|set-\\S+|revert|preset|rescue|emergency'),
  {
    form: /^(?:apt|apt-get|yum|dnf|zypper|apk|pacman|snap|brew|choco|winget)\s+(?:-\S+\s+)*(?:clean|autoclean|autoremove|install|upgrade|dist-upgrade|remove|purge|add|del)\b/,
  },
  { form: /^(?:reboot|shutdown|poweroff|halt|telinit|init\s+[06]|iisreset)(?=\s|$)/ },
  {
    form: /^(?:nginx|openresty|caddy|haproxy|httpd|apache2?|apachectl|apache2ctl)\s(?:.*\s)?(?:-s\s+\w+|-sf|-k\s+\w+|graceful)/,
  },
  { form: /^(?:service|rc-service|sv)\s+\S+\s+(?:force-reload|graceful|hup|zap)\b/ },
  { form: /^(?:sysctl)\s+(?:-\w+\s+)*(?:-w|-p|--system|--load|[\w.]+=)/ },
  { form: /^(?:swapon|swapoff)\s+(?!-s\b|--s)/ },
  { form: /^(?:mount|umount)\s+(?!-l\b|--help)\S/ },
  {
    form: /^(?:ip6?tables|nft|ipset|ebtables)\s(?:.*\s)?(?:-[AIDRFXNPZ]|--(?:append|insert|delete|flush)|add|insert|flush|replace)(?=\s|$)/,
  },
  { form: /^ufw\s+(?:--\w+\s+)*(?:insert|reject|limit|route)\b/ },
  { form: /^firewall-cmd\s.*--(?:add|remove|set|change|reload|complete-reload|runtime-to-permanent)/ },
  { form: /^ip\s+(?:-\S+\s+)*\w+\s+(?:add|del|delete|set|flush|replace|change)\b/ },
  {
    form: /^(?:ifup|ifdown|ifconfig\s+\S+\s+(?:up|down|\d)|(?:route|tc\s+\w+)\s+(?:add|del|change|replace)|netplan\s+apply|dhclient|ethtool\s+-[sKGAC])\b/,
  },
  { form: /^(?:hostnamectl|timedatectl|localectl|loginctl)\s+(?:set-\S+|kill-\S+|terminate-\S+)/ },
  {
    form: /^(?:mkfs\S*|e2fsck|fsck\S*|xfs_repair|resize2fs|xfs_growfs|growpart|(?:lv|vg|pv)(?:extend|reduce|create|resize|change|remove)|tune2fs|modprobe|rmmod|insmod|chronyc\s+makestep|ntpdate|hwclock)(?=\s|$)/,
    unless: /\s-n\b/,
  },
  { form: /^(?:sed|perl)\s+(?:.*\s)?(?:-\w*i\S*|--in-place\S*)(?=\s|$)/ },
  {
    form: /^(?:mv|rm|rmdir|unlink|ln|chmod|chown|chgrp|setfacl|truncate|dd|shred|useradd|usermod|userdel|groupadd|gpasswd|passwd|chpasswd|chage|setenforce|setsebool|restorecon|semanage|update-\w[\w-]*|ldconfig|a2en\w+|a2dis\w+|kill|pkill|killall|renice|alembic|crontab\s+(?!-l)\S)(?=\s|$)/,
    unless: /^kill\s+(?:-0|-3|-l|-QUIT|-SIGQUIT)\b/,
  },
  {
    form: /^(?:pg_ctl|pg_ctlcluster|pg_resetwal|pg_rewind|pg_restore|pg_basebackup|repmgr|vacuumdb|reindexdb|createdb|dropdb|createuser|mongorestore|mongoimport|mysqlimport|redis-check-\w+)\s(?!.*\b(?:status|--version)\b)/,
  },
  { form: /^(?:terraform|tofu|terragrunt|pulumi|cdk)\s+(?:\S+\s+)*?(?:apply|import|up|destroy|taint)\b/ },
  { form: /^git\s+(?:-\S+\s+\S+\s+)*(?:revert|checkout|reset|push|merge|pull|rebase|switch|cherry-pick)\b/ },
  {
    form: /^(?:kafka|connect)-[\w-]+(?:\.sh)?\s.*--(?:alter|execute|delete|create|reset-offsets|add-config|delete-config)(?=[\s=]|$)/,
  },
  { form: /^ansible-playbook\s/, unless: /\s--(?:check|syntax-check|list-\w+)\b/ },
  {
    form: /^(?:make|just|rake|fab|cap|mage)(?=\s|$)/,
    unless:
      /\s(?:\S+:)?(?:-n|status|list|show|lint|logs?|ps|help|(?:check|test|health|verify|smoke)[\w-]*|routes|version)(?=\s|$)/,
  },
  {
    form: /^(?:Restart|Start|Stop|Set|New|Remove|Enable|Disable|Add|Install|Uninstall|Suspend|Resume|Clear|Move|Rename|Update|Reset|Register|Unregister|Grant|Revoke|Mount|Dismount|Repair|Restore|Unlock|Initialize)-[A-Z]\w+/,
    unless:
      /^(?:Start-(?:Sleep|Transcript)|Set-(?:Location|StrictMode|PSDebug|Variable)|New-(?:PSSession|Object|TimeSpan)|Clear-Host)\b/,
  },
  { form: /^(?:net|sc(?:\.exe)?|nssm)\s+(?:\\\\\S+\s+)?(?:config|failure|start|stop|restart)\b/i },
  {
    form: /^(?:etcdctl)\s.*\b(?:compaction|member\s+\w+|move-leader|snapshot\s+restore|alarm\s+disarm|defrag)\b/,
    unless: /\bmember\s+list\b/,
  },
  { form: /^(?:ceph)\s.*\b(?:osd\s+(?:in|out|un\w+|re\w+|crush)|pg\s+repair|unset|mds\s+fail|mgr\s+fail)\b/ },
  { form: /^certbot\s+(?:-\S+\s+)*(?:certonly|--force-renewal|-d)\b/ },
  {
    form: /^(?:postsuper|postqueue\s+-f|exim\s+-q|sendmail\s+-q|rndc\s+\w+|varnishadm\s.*\bban)\b/,
    unless: /^rndc\s+status/,
  },
  {
    form: /\b(?:manage\.py\s+(?:migrate|flush|loaddata)|db:(?:migrate|rollback|seed|reset|setup)(?!:status)|(?:rollback|restore)[\w-]*\.sh)\b/,
  },
  { form: /\s(?:-X|--request)[ =]?["']?(?:PUT|PATCH|DELETE)\b/ },
  {
    form: /\s(?:-X|--request)[ =]?["']?POST\b|^(?:curl|wget|http|https|xh)\b.*\s(?:-d|-F|-T|--data\S*|--json|--form|--post-(?:data|file)|--upload-file|POST|PUT)(?=[\s=]|$)/,
    trial: true,
  },
  {
    form: /^(?:cp|mkdir|touch|tar|unzip|gunzip|gzip|scp|rsync|install|mktemp|kubectl\s+cp|docker\s+cp)\s/,
    trial: true,
  },
  { form: /^tee\s+(?!(?:-a\s+)?\/(?:dev\/|tmp\/))\S/, trial: true },
];

/** A shell to work from, which is gone once it is left: `kubectl run look --rm -it --image=alpine -- sh`. */
export const THROWN_AWAY =
  /^(?:docker|podman|nerdctl|kubectl|oc|k)\s(?:.*\s)?run\s(?:.*\s)?--rm\s(?:.*\s)?(?:\/bin\/)?(?:ba|z|a|da)?sh\s*$/;

/** What writes into a file: `echo 1 > maintenance.on`; not into one that is only kept for a while. */
export const WRITES_FILE = /(?<![<=\d&-]|\\)>{1,2}\s*(?!\/dev\/|&|\/tmp\/|\(|>)["'$~\w./-]/;

/** What sets something of the kernel: `echo 3 > /proc/sys/vm/drop_caches`. */
export const WRITES_KERNEL = />\s*\/(?:proc|sys)\//;

/** Programs that print what they are told to write. */
export const WRITES_ITSELF = /^(?:echo|printf|cat)(?=\s|$)/;

/** What only writes down what there is: a dump, a copy beside it. */
export const KEEPING =
  /^(?:pg_dump|pg_dumpall|mysqldump|mongodump|redis-dump|sqldump|etcdctl\s.*\bsnapshot\s+save|(?:cp|rsync|tar)\s.*(?:\.bak|backup|\.orig|\.old|\.save)\S*$)/;
