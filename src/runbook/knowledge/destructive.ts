import type { Trait } from './trait.ts';

const GENTLE_SIGNAL =
  /^(?!(?:\S*\/)?(?:pkill|killall)\s(?!.*\bjava\b)(?:.*\s)?-(?:SIG)?QUIT\b)(?:\S*\/)?(?:p?kill|killall|systemctl\s+kill|docker\s+kill|docker-compose\s+kill|docker\s+compose\s+kill)\s(?:.*\s)?(?:-|-s\s*|--signal[= ])(?:SIG)?(?:HUP|USR1|USR2|QUIT|CONT|WINCH|TTIN|TTOU|0|1|3|10|12|18|28|l|L)(?=\s|$)/i;
const LOOKS_ONLY =
  /^(?:(?:ba|z)?sh\s+)?(?:\S*\/)?(?:check|verify|test|list|show|report|monitor)[-_]|--dry-?run(?!=none)|\s--(?:help|describe|list)\b|\bcan-i\b|\s-h$/;

/** What a script or its order says that is rid of something. */
const DELETES = String.raw`delete|remove(?![-_]from)|destroy|purge|wipe|drop(?![-_]priv)|flush(?![-_]dns)|prune|kill(?![-_]?switch)|terminate|clean-?up|nuke|erase|teardown|uninstall`;

/** Programs of other verbs or of their own entries here, and what only looks or makes. */
const NO_SUBCOMMAND =
  /^(?:\S*\/)?(?:echo|printf|logger|wall|mail|man|help|info|e?grep|rg|cat|less|tail|head|ls|cd|cp|mv|ln|git|vim?|nano|journalctl|systemctl|service|kubectl|oc|k|docker|podman|nerdctl|which|type|command|export|set|source|test|find|touch|mkdir|curl|wget|aws|gcloud|az|helm|terraform|tofu|apt|apt-get|apt-cache|yum|dnf|npm|pnpm|yarn|pip3?|brew|knife|chmod|chown|tar|awk|sed|jq|yq|ssh|scp|rsync|psql|mysql|rabbitmqctl|redis-cli|influx|resolvectl|systemd-resolve|rndc|unbound-control|sudo|iptables|ip|route|vault|for|if|while|select|alter|create|drop|delete|set)\s|\s(?:get|list|ls|show|describe|status|help|read|logs?|explain|create|new|generate|g|add|edit|view|search|install|test|lint|diff|plan|call|can-i|run|start|stop|restart|reload|enable|disable)\s|\ssafe-to-destroy\b|--dry-?run|\s--help|\s-h$/i;

/** Programs that delete, kill, or change data for good. Matched on each program that a command starts, quoted strings blanked. */
export const DESTRUCTIVE: readonly Trait[] = [
  {
    form: /^(?:\S*\/)?(?:rm|rmdir|shred|srm|mkfs(?:\.\w+)?|mke2fs|mkswap|wipefs|blkdiscard|dropdb|dropuser|unlink|userdel|deluser|groupdel|lvremove|vgremove|pvremove|lvreduce|atrm|fuser\s+-\w*k\w*|ldapdelete|skill)\s+\S/,
    unless: LOOKS_ONLY,
  },
  { form: /^(?:\S*\/)?(?:kill|pkill|killall|killall5)\s+\S/, unless: GENTLE_SIGNAL },
  // What is written into a device is; a file that is made is not: dd if=/dev/sda of=sda.img
  { form: /^dd\s.*\bof=["']?(?:\/dev\/(?!null|shm)|[$_\\]|\.{3}|…)/, unless: /of=\S*(?:test|tmp)\S*/ },
  { form: /^truncate\s+\S/, unless: /\s(?:-s|--size)[= ]?\+?[1-9]\d*[MGT]\w*\s+(?!\S*\.log\b)|--help/ },
  {
    form: /^(?:\S*\/)?(?:gpg2?\s(?:.*\s)?--delete-(?:secret-(?:and-public-)?)?keys?|keytool\s(?:.*\s)?-delete)(?=\s|$)/,
  },
  { form: /^find\s.*\s(?:-delete|-exec(?:dir)?\s+(?:sudo\s+)?(?:rm|shred|unlink|truncate))\b/ },
  {
    form: /^rsync\s(?:.*\s)?--del(?:ete\S*)?(?=\s|$)|^aws\s+s3\s+sync\s.*--delete\b|^gsutil\s.*\brsync\s(?:.*\s)?-\w*d\b|^mc\s+(?:rm|rb|mirror\s.*--remove)\b/,
    unless: /\s-\w*n\b|--dry-?run/,
  },
  // A team's own script, by what it is told to do.
  {
    form: new RegExp(
      String.raw`^(?:\S*\/)?[\w.-]+\.(?:sh|py|rb|pl|js|ts)\s(?:-\S+\s+)*(?:${DELETES})(?:[-_][\w-]*)?(?=\s|$)`,
    ),
    unless: LOOKS_ONLY,
  },
  {
    form: new RegExp(
      String.raw`^\.{1,2}\/(?:\S*\/)?[\w-]+\s(?:-\S+\s+)*(?:${DELETES})(?:[-_][\w-]*)?(?=\s|$)`,
    ),
    unless: LOOKS_ONLY,
  },
  // … or by an option: ./queue-admin --action=purge-dlq
  {
    form: new RegExp(
      String.raw`^\S+\s(?:.*\s)?--(?:[\w-]+-)?(?:cmd|command|action)[= ]["']?(?:${DELETES})(?:[-_][\w-]*)?(?=["']?(?:\s|$))`,
    ),
    unless: NO_SUBCOMMAND,
  },
  // … or by its name: scripts/purge-orders.sh, ./bin/db-cleanup
  {
    form: new RegExp(
      String.raw`^(?:(?:(?:ba|z)?sh|python[\d.]*|ruby|perl|node|php)\s+(?:-\w+\s+)*)?(?:\S*\/)?(?:(?:${DELETES})(?:[-_][\w-]*)?|[\w-]*[-_](?:${DELETES}|from[-_]scratch))\.(?:sh|py|rb|pl|js|ts)(?=\s|$)`,
    ),
    unless: LOOKS_ONLY,
  },
  {
    form: new RegExp(
      String.raw`^\.{0,2}\/(?:\S*\/)?(?:(?:${DELETES})(?:[-_][\w-]*)?|[\w-]*[-_](?:${DELETES}))(?=\s|$)`,
    ),
    unless: LOOKS_ONLY,
  },
  // A target of a build tool: make db-reset, npm run db:wipe
  {
    form: /^(?:make|just|task|invoke|fab|mage|rake|nx|npm\s+run|pnpm\s+(?:run\s+)?|yarn\s+(?:run\s+)?|composer\s+run|composer)\s(?:-C\s+[^\s-]\S*\s+|-(?!C\s)\S+\s+)*(?:[\w-]+[-_:.])?(?:destroy|delete|purge|wipe|nuke|drop|teardown|tear-down|truncate|uninstall|(?:db|database|data|state|volumes?)[-_:.]reset|reset[-_:.](?:db|database|data|state|volumes?))(?:[-_:.][\w-]+)?(?=\s|$)/,
    unless: LOOKS_ONLY,
  },
  // Some program's order to empty what it keeps: `sentry queues purge`.
  {
    form: /\s(?:purge|wipe|obliterate|truncate)(?=\s|$)/,
    unless:
      /^(?:echo|printf|man|help|e?grep|rg|cat|less|tail|head|ls|cd|git|vim?|nano|journalctl|kubectl|oc|which|type|command|apt-cache|find|touch|mkdir|curl)\s|\s(?:get|list|show|describe|status|help|read|logs)\s|--dry-?run|\s--help/,
  },
  // … or to be rid of it, by its subcommand: `qm destroy 9000`, `nats stream cluster peer-remove x`, `occ user:delete x`
  {
    form: /^(?:\S*\/)?[\w.-]+(?:\s+(?:[a-z_][\w:/.-]*|--?[a-z]\S*)){0,5}(?<!\s--?[a-z][^\s=]{0,40})\s+(?:destroy|delete|delnode|decommission|nuke|teardown|uninstall|factory-reset|(?:(?:kill(?!-switch)|delete|destroy|purge|wipe|remove|terminate|revoke|flush|drop)[-_][a-z][a-z_-]*)|[a-z-]+-(?:remove|del|delete|destroy)|[\w-]+:(?:delete|destroy|purge|prune|flush|drop|kill|wipe|truncate|clean-?up))(?=\s|$)/,
    unless: NO_SUBCOMMAND,
  },
  // proxmox-backup-client snapshot prune, geth snapshot prune-state
  {
    form: /^(?:\S*\/)?[\w.-]+\s(?:[^|]*\s)?prune(?:-[a-z]+)?(?=\s|$)/,
    unless: NO_SUBCOMMAND,
  },
  {
    form: /^mysqladmin\s(?:.*\s)?(?:drop|kill)\s|^pg_ctl\s(?:.*\s)?(?:-m|--mode)[ =]?i(?:mmediate)?\b|^(?:restic|borg)\s(?:.*\s)?(?:forget|prune|compact|delete)(?=\s|$)|^rclone\s+sync\s|^airflow\s+db\s+(?:reset|clean)\b|^wp\s+db\s+(?:reset|import|drop|clean)\b|^drush\s+(?:\S+\s+)*sql[-:]drop\b|^celery\s.*\scontrol\s+shutdown\b/,
    unless: /--dry-?run|\s-n\b/,
  },
  // Cuts a log or a file to nothing.
  {
    form: /^(?::|true|cat\s+\/dev\/null|echo(?:\s+-n)?\s*(?:"")?|cp\s+\/dev\/null\s+\/\S+)\s*>\s*[\w$/~.]\S*|^>\s*[\w$/~.]\S*$|^cp\s+\/dev\/null\s/,
  },
  {
    form: /^(?:sgdisk|parted|zpool|zfs|btrfs|mdadm|cryptsetup|nvme|xfs_repair|ceph-volume|drbdadm|cephadm|proxmox-boot-tool)\s(?:.*\s)?(?:--zap(?:-all)?|mklabel|mktable|destroy|rollback|--zero-superblock|labelclear|delete|luksErase|luksFormat|format|-L|zap|rm|rm-cluster|wipe-md|detach)(?=\s|$)/,
  },
  {
    form: /^sgdisk\s(?:.*\s)?(?:-[oRlZ]|-d\s*\d+|--clear|--delete=\S+|--replicate(?:=\S+)?|--load-backup(?:=\S+)?)(?=\s|$)/,
  },
  {
    form: /^sg_format\s.*--format\b|^hdparm\s.*--security-erase|^sfdisk\s.*[^<]<\s*\S|^sfdisk\s.*--delete\b/,
  },
  // Back to a snapshot: what was written since is lost.
  {
    form: /^lvconvert\s(?:.*\s)?--merge(?:snapshot)?(?=\s)|^virsh\s+snapshot-revert\s|^(?:qm|pct)\s+rollback\s|^rbd\s+snap\s+(?:rollback|revert)\s|^zfs\s+(?:receive|recv)\s(?:-\w+\s+)*-\w*F/,
  },
  // The other side of a mirror is written over; a key, a disk, mail are gone.
  {
    form: /^drbdadm\s(?:.*\s)?(?:invalidate(?:-remote)?|--overwrite-data-of-peer|--discard-my-data)(?=\s|$)|^cryptsetup\s(?:.*\s)?luks(?:KillSlot|RemoveKey)\s|^vgreduce\s(?:.*\s)?--removemissing\b|^pvesm\s+(?:remove|free)\s|^(?:\S*\/)?(?:storcli|perccli|megacli)(?:64)?\s.*(?:\sdel(?=\s|$)|-Cfg(?:LdDel|Clr))|^doveadm\s(?:.*\s)?expunge\s|^nix-collect-garbage(?=\s|$)/i,
  },
  // A playbook is known by its name, too.
  {
    form: new RegExp(
      String.raw`^ansible-playbook\s(?:.*\s)?(?:\S*\/)?(?:[\w.]+-)*(?:${DELETES})(?:[-_][\w-]*)?\.ya?ml(?=\s|$)`,
    ),
    unless: /\s(?:-C|--check|--syntax-check|--list-\w+)(?=\s|$)/,
  },
  // What a chain's node has kept: oasis-node unsafe-reset, gaiad tendermint unsafe-reset-all
  {
    form: /^(?:\S*\/)?[\w.-]+\s(?:.*\s)?(?:unsafe-reset(?:-all)?|removedb)(?=\s|$)/,
    unless: /--dry[-_]?run|\s(?:-h|--help)\b|^(?:git|[ef]?grep|rg|echo|man)\s/,
  },
  // PowerShell and Windows.
  {
    form: /^(?:Remove-(?!Module|Variable|TypeData|PS|Job|Alias|Event)[A-Z]\w+|Clear-(?:Content|EventLog|RecycleBin|Disk|Item)|Stop-Process|Format-Volume|Uninstall-[A-Z]\w+|taskkill)(?=\s|$)/i,
    unless: /\s-WhatIf\b/i,
  },
  // A node that is down loses its jobs.
  { form: /^scontrol\s.*\bstate=(?:down|fail|power_down)\b/i },
  { form: /^(?:scancel|qdel|bkill|condor_rm)\s+\S/ },
  {
    form: /^umount\s+-\w*[lf]|^crontab\s+(?:-u\s+\S+\s+)?-r\b|^at\s+-[dr]\b|^(?:\S*\/)?postsuper\s+-d\b|^exim\s+-Mrm\b|^gh\s+run\s+cancel\b|^certbot\s+(?:delete|revoke)\b|^(?:systemctl\s+)?(?:poweroff|halt|reboot)\s(?:.*\s)?(?:-f|--force)(?=\s|$)|^postqueue\s+-d\b/,
  },
  {
    form: /^(?:iptables|ip6tables|ipset|nft|conntrack|ipvsadm|arp|ip|tc|ufw|firewall-cmd|route|bridge)\s(?:.*\s)?(?:-F|--flush|-D|--delete(?:-chain)?|-X|flush|destroy|-C|del|delete|reset|--remove-\S+)(?=\s|$)/,
    unless: /\s-C\s+(?:INPUT|OUTPUT|FORWARD)/,
  },
  {
    form: /^(?:apt|apt-get|aptitude|yum|dnf|zypper|pacman|dpkg|rpm|pip3?|npm|pnpm|yarn|brew|gem|snap|apk|conda|choco|chocolatey|winget|pkg|pkgin|emerge|nix-env|flatpak|krew|kubectl\s+krew|gcloud\s+components)\s+(?:-\S+\s+)*(?:remove|rm|purge|erase|uninstall|autoremove|del|delete|deinstall|--unmerge|cache\s+(?:clean|purge)|store\s+prune|-r|-e|-P|--remove|--purge|-R\w*|-Sc+|-ev?)(?=\s|$)/,
  },

  // Containers and orchestrators.
  {
    form: /^(?:docker|podman|nerdctl|crictl|ctr|buildah|docker-machine|docker-compose|lxc|machinectl|isulad)\s(?:.*?\s)??(?:rm|rmi|rmp|rmt|kill|prune|stopp|destroy|terminate|leave|delete)(?=\s|$)/,
    unless: /\b(?:exec|run|logs|build|cp|inspect|ps|help)\s|--dry-run|^docker\s+kill\s.*(?:HUP|USR1|USR2)/,
  },
  {
    form: /^docker(?:-compose|\s+compose)\s(?:.*\s)?(?:down\s(?:.*\s)?(?:-\w*v\w*|--volumes|--rmi\S*)|kill|rm)(?=\s|$)/,
    unless: /\b(?:exec|run|logs)\s|(?:HUP|USR1|USR2)/,
  },
  { form: /\s--force-recreate(?=\s|$)|\s--renew-anon-volumes(?=\s|$)/ },
  {
    form: /^(?:kubectl|oc|k|k3s|microk8s|kubectl-\S+)\s(?:.*\s)?(?:delete|rm|drain(?=.*\s--(?:force|delete-\S+|disable-eviction))|evict|undeploy|prune|uninstall|debug-rm|purge|destroy)(?=\s|$)/,
    unless:
      /\bcan-i\b|--dry-run(?!=none)|\s(?:exec|logs|get|describe|explain|create|label|annotate|run|config\s+get\S*)\s|\sconfig\s+delete-/,
  },
  {
    form: /^(?:kubectl|oc)\s(?:.*\s)?(?:replace|apply)\b.*\s--(?:force|prune)\b|^(?:kubectl|oc)\s.*\bNoExecute\b(?!\S*-)/,
    unless: /--dry-run/,
  },
  {
    form: /^(?:helm|helmfile|velero|argocd|argo|flux|istioctl|linkerd|eksctl|kops|minikube|kind|k3d|rosa|ocm|virtctl|kubeadm|talosctl|rancher|tanzu|rke|kustomize|cilium|cmctl|virsh|vagrant|multipass|nomad|openstack|govc)\s(?:.*\s)?(?:delete|del|destroy|uninstall|remove|rm|evict|purge|reset|undefine|terminate|-purge|gc|abandon|rebuild|stop\s+.*-purge)(?=\s|$)/,
    unless: /\s(?:get|list|describe|status|template|show)\s|--dry-?run|^helm\s+(?:repo|plugin)\s/,
  },
  { form: /^virtctl\s+stop\s.*--force\b|^gitlab-ctl\s+(?:cleanse|uninstall)\b/ },
  // /usr/local/bin/k3s-uninstall.sh, nvidia-uninstall, ./cuda-uninstaller
  {
    form: /^(?:\S*\/)?(?:(?:[\w.]+-)*uninstall(?:er)?|(?:k3s|rke2)-killall)(?:-[\w-]+)?(?:\.\w+)?(?=\s|$)/,
    unless: LOOKS_ONLY,
  },
  { form: /^argocd\s.*\bsync\s.*--prune\b|^argocd\s+app\s+terminate-op\b/ },

  // Clouds and infrastructure as code.
  {
    form: /^(?:aws|awslocal)\s(?:.*\s)?(?:(?:delete|terminate|deregister|purge|revoke|release|disassociate|schedule-key-deletion|stop-task|remove|batch-delete|abort)(?:-\S+)?|rm|rb|schedule-key-deletion|reset-\S*|restore-table-to-point\S*)(?=\s|$)/,
    unless:
      /\s(?:describe|list|get)-\S+|--dry-?run|remove-permission-boundary|\s--filter-pattern\s|\s--dryrun/,
  },
  {
    form: /^(?:gcloud|bq|gsutil|az|doctl|oci|hcloud|ibmcloud|scw|linode-cli|civo|vercel|wrangler|fly|flyctl|cf|railway|supabase|pscale|neonctl|confluent|heroku|eb|copilot|netlify|firebase|gh|glab|sls|serverless|sam|amplify|atlas|rclone|s3cmd|s5cmd|azcopy)\s(?:.*\s)?(?:del|delete|destroy|rm|rb|remove|purge|terminate|deregister|abandon-instances|delete-\S+|remove-\S+|purge_\S+|purge|flush|force-reboot|backups\s+restore|[\w-]+:(?:destroy|delete|reset|kill|killall|remove|flush|restore))(?=\s|$)/,
    unless: /\s(?:logging|logs?)\s+read|\sremove-iam|--dry-?run|\s(?:list|describe)\s/,
  },
  {
    form: /^(?:heroku)\s+(?:ps:kill|pg:kill|pg:killall|pg:reset|pg:copy|pg:backups:restore|apps:destroy|ps:stop)\b/,
  },
  {
    form: /^(?:terraform|tofu|terragrunt|tf|pulumi|cdk|cdktf|vagrant|sls|sst)\s+(?:\S+\s+)*(?:destroy|remove)(?=\s|$)|^(?:terraform|tofu|terragrunt|tf)\s(?:.*\s)?(?:state\s+(?:rm|push)|workspace\s+delete|force-unlock|apply\s.*-(?:destroy|replace\S*))(?=\s|$)|^pulumi\s+(?:state\s+delete|stack\s+rm)\b/,
  },
  {
    form: /^git\s+(?:-C\s+\S+\s+)?(?:reset\s+(?:.*\s)?--hard|clean\s+-\w*[fxd]|push\s+(?:\S+\s+)*(?:--force\S*|-\w*f|--delete|-d|--mirror|:\S+)|branch\s+(?:-D|-d|--delete)|tag\s+-d|filter-branch|filter-repo|stash\s+(?:drop|clear)|reflog\s+expire|checkout\s+(?:-f\b|--force|(?:HEAD\s+)?--(?=\s+\S)|\.{1,2}$)|restore\s+(?!--staged\b)[^\s-]\S*$|worktree\s+remove|update-ref\s+-d|gc\s+--prune\S*|rm)(?=\s|$)/,
  },

  // Stores and queues.
  {
    form: /^(?:\S*\/)?(?:redis|valkey|keydb)-cli\b.*\s(?:flushall|flushdb|del|unlink|hdel|[lx]trim|[szlx]rem|zrem\w+|xdel|xgroup\s+destroy|client\s+kill|script\s+(?:kill|flush)|shutdown|cluster\s+(?:reset|forget)|debug\s+segfault|function\s+flush|del-node|zremrangeby\w+|[lr]pop|spop|getdel|expire\s+\S+\s+0)(?=\s|$)/i,
  },
  {
    form: /^(?:\S*\/)?rabbitmq\w+\s(?:.*\s)?(?:purge(?:_queue)?|delete(?:_\w+)?|reset|force_reset|forget_cluster_node|close_(?:all_)?connections?|clear_\w+|force_boot)(?=\s|$)/,
    unless: /\b(?:list|status)/,
  },
  {
    form: /^(?:\S*\/)?kafka-[\w-]+(?:\.sh)?\s.*(?:--delete\b|--reset-offsets\b.*--execute|--delete-\S+)|^(?:\S*\/)?kafka-(?:delete-records|streams-application-reset)(?:\.sh)?\s|^rpk\s.*\b(?:delete|trim-prefix)\b|^kafkactl\s+(?:delete|reset)\b|^nats\s.*\b(?:purge|rm|del)\b|^pulsar-admin\s.*\b(?:delete|clear-backlog|skip-all|terminate|unload)\b/,
  },
  {
    form: /^(?:etcdctl|consul|vault|zkCli(?:\.sh)?|patronictl|nodetool|ceph|rados|rbd|radosgw-admin|gluster|mongosh?|influx|curator|nomad|bao)\s(?:.*\s)?(?:del|delete|deleteall|destroy|remove|rm|rmr|purge|revoke|revoke-\S+|force-leave|remove-peer|leave|disable|reinit|removenode|decommission|assassinate|clearsnapshot|truncatehints|detach|lost|zap|wipe|restore|rollback|rotate\s+-force|member\s+remove|snapshot\s+restore)(?=\s|$)/,
    // etcdctl restores into a folder that must not be there yet.
    unless:
      /\b(?:list|status|get|show|read)\s|\saudit\s|--dry-run|snapshot\s+status|^etcdctl\s.*\bsnapshot\s+restore\b/,
  },
  {
    form: /^(?:mimirtool|cortextool|thanos|promtool)\s(?:.*\s)?(?:delete|rm|cleanup)(?=\s|$)|^varnishadm\s.*\bban\b|^varnishadm\s.*\bpurge\b|^memcached?-\w+\s.*flush|\bflush_all\b/,
  },

  // Puts old data over new.
  {
    form: /^(?:\S*\/)?(?:pg_reset(?:wal|xlog)|pg_rewind|mongorestore\s.*--drop|mongoimport\s.*(?:--drop|--mode[= ](?:upsert|merge|delete))|influxd?\s+restore|(?:xtrabackup|innobackupex)\s(?:.*\s)?--(?:copy|move)-back|mariabackup\s.*--(?:copy|move)-back|sstableloader|barman\s+recover|velero\s+restore\s+create\s.*--existing-resource-policy[= ]update|gitlab-backup\s+restore|gcloud\s+sql\s+(?:backups\s+restore|import)|neo4j-admin\s.*(?:restore|load)|elasticdump)(?=\s|$)/,
    unless: /\s(?:-l|--list|--help)(?=\s|$)/,
  },
  // In place, unless another folder is named. The operator of Crunchy starts one by an annotation.
  {
    form: /^pgbackrest\s(?:.*\s)?restore(?=\s|$)|^(?:kubectl|oc)\s.*\/pgbackrest-restore=/,
    unless: /^pgbackrest\s+help\s|--dry-run|\s--pg1-path=\S*(?:tmp|temp|restore|test|scratch|verify|copy)/,
  },
  // There is no way back to the format before.
  { form: /^(?:zpool|zfs)\s+upgrade\s+(?!-v)\S|^pg_upgrade\s(?:.*\s)?(?:-k|--link)(?=\s|$)/ },
  // Over what is there, unless it is put elsewhere.
  {
    form: /^restic\s.*\brestore(?=\s)/,
    unless: /\s(?:-t|--target)[ =]["']?\S*(?:tmp|temp|restore|recover|test|scratch|verify)/,
  },
  { form: /\bbackups?\s+restore(?=\s|$)/, unless: /\s(?:list|show|--help|--dry-?run)(?=\s|$)/ },
  // tar xzf /var/backups/shop.tar.gz -C /opt/shop
  {
    form: /^tar\s+-?\w*x\w*\s(?=(?:(?!\s-C\s).)*(?:backup|snapshot))(?:.*\s)?(?:-C|--directory)[ =]?\s*\/(?!tmp|mnt|restore|root|home)/,
  },
  { form: /^(?:\S*\/)?(?:redis-check-aof|redis-check-rdb)\s.*--fix\b|^(?:\S*\/)?pg_archivecleanup\s/ },
  { form: /^(?:\S*\/)?registry\s+garbage-collect\b/, unless: LOOKS_ONLY },
  { form: /^[\w.-]+\s(?:[\w-]+\s)?restore\s(?:.*\s)?--force(?=\s|$)/, unless: LOOKS_ONLY },
  {
    form: /^python[\d.]*\s+-m\s+(?:\w+\.)*(?:kill|delete|purge|drop|destroy|wipe)(?:_\w+)?(?=\s|$)/,
    unless: LOOKS_ONLY,
  },
  { form: /\bbackup-fetch\b.*--force|\bgitlab:backup:restore\b/ },
  {
    form: /^(?:(?:(?:ba|z)?sh|python[\d.]*|ruby|perl|source)\s+)?(?:\S*\/)?(?:db[-_])?restore(?:[-_][\w-]*)?(?:\.(?:sh|py|rb))?\s|\brestore(?:[-_][\w-]*)?\.(?:sh|py|rb)\b|(?<![\w./-])restore(?![\w./-]).*\.(?:sql|dump|gz|bak)\b/,
    unless:
      /--(?:list|help|dry-?run)|\brestore[-_](?:test|check|verify|drill)|^(?:ls|cat|less|vim?|cd|chmod|git|bash\s+-n|cp|mc|scp|rsync|aws|gsutil|curl|wget|tar|g?unzip|gzip)\s/,
  },

  // What frameworks and process managers bring along.
  {
    form: /\b(?:db:(?:drop|reset|schema:load|purge|wipe|truncate_all)|tmp:clear|log:clear|cache:(?:clear|clean|forget)|cache:pool:(?:clear|delete|prune)|messenger:failed:remove|queue:(?:flush|clear|forget)|migrate:(?:fresh|reset|refresh)|optimize:clear)\b/,
  },
  {
    form: /\balembic\S*\s(?:.*\s)?downgrade\b|^\S+\s+db\s+downgrade\b|\bdb:(?:rollback|migrate:(?:down|redo|reset))\b|\becto\.(?:rollback|drop|reset)\b|\bmigrate\/(?:down|fresh|redo)\b|\bmigrate:(?:rollback|down)\b|^(?:\S*\/)?(?:goose|dbmate|flyway|sqitch|migrate|phinx|cake\s+migrations|knex|typeorm|sequelize|sequelize-cli|liquibase)\s(?:.*\s)?(?:down|rollback\S*|undo|revert|clean|drop|drop-all|dropAll|migrate:rollback|migration:revert|db:migrate:undo\S*)(?=\s|$)|\bprisma\s+(?:migrate\s+reset\b|db\s+push\s.*--(?:force-reset|accept-data-loss))|\b(?:npx|yarn|pnpm)\s+(?:knex\s+migrate:rollback|typeorm\s+migration:revert|sequelize(?:-cli)?\s+db:migrate:undo)/,
  },
  {
    form: /\bmanage(?:\.py)?\s+(?:flush|reset_db|clearsessions|sqlflush|clear_cache|(?:delete|purge|remove|kill|clear|revoke|flush|drop|wipe|destroy|prune)_\w+(?!.*--dry-?run)|migrate\s+\w+\s+zero)\b|\bcelery\b.*\bpurge\b|\bcelery\b.*\bterminate\b/,
  },
  {
    form: /^pm2\s+(?:delete|del|kill|flush)\b|^(?:systemctl|service|initctl|supervisorctl|s6-svc|svc)\s+(?:kill)\b|^tmux\s+kill-|^screen\s.*-X\s+quit|^supervisorctl\s+(?:clear|remove)\b/,
    unless: GENTLE_SIGNAL,
  },
  { form: /^journalctl\s.*--vacuum|^logrotate\s+.*--delete|^tmpreaper\s|^tmpwatch\s/ },
  { form: /\s(?:-X|--request|--method)[ =]?['"]?DELETE\b|^(?:http|https|xh)\s+(?:-\S+\s+)*DELETE\b/ },
  {
    form: /^knife\s(?:.*\s)?(?:delete|purge|remove)(?=\s|$)|^berks\s+.*\bremove\b|^puppet(?:server)?\s.*\b(?:clean|purge)\b|^salt-key\s(?:.*\s)?(?:-[dD]\b|--delete)|^salt\s.*(?:\s-[dD]\b|--delete)/,
  },
];

/** What only the team knows: `./scripts/tidy.sh`, `make fresh`. */
export const OWN_SCRIPT =
  /^(?:sudo\s+)?(?:(?:(?:ba|z)?sh|python[\d.]*|ruby|perl|node|php)\s+)?(?:\.{0,2}\/\S+|(?:[\w.-]+\/)*[\w.-]+\.(?:sh|py|rb|pl|js|ts))(?=\s|$)|^(?:make|just|task|npm\s+run|(?:pnpm|yarn)(?:\s+(?:run|(?:--filter|-F|workspace)\s+\S+))+)\s/;

/** What a comment says of a command that is rid of something: "# Delete orders older than a week", "# runs docker compose down -v". */
export const DELETES_BY_REMARK =
  /^(?:\W*\d+[.)]\s*)?(?:(?:permanently|forcibly|immediately|now)\s+)?(?:delete|remove(?!\s[^.]*\bfrom\b)|destroy|wipe|purge|truncate|erase|drop(?!\s+(?:in|into|down|back)\b)|kill|terminate)\s|\b(?:deletes|wipes|destroys|erases)\s|\bdown\s+(?:-v|--volumes)\b/i;

/** What a comment says of any command that gives something up: "cp old.db shop.db  # announced data loss". */
export const LOSES_BY_REMARK =
  /(?<!\b(?:no|without|avoids?|prevents?|before|against|any) )\bdata\s+loss\b|\bdata\s+(?:will\s+be|is|are)\s+lost\b|\birreversible\b|\bcannot\s+be\s+undone\b/i;

/** What a file says is done to a database, and what is said of one that is written over. */
export const FROM_FILE =
  /\b(?:psql|mysql|mariadb)\s[^|]{0,2000}(?:(?<!<)<(?!<)|\s-f\s?\S|\s--file[= ])|\|[^|]*\b(?:psql|mysql|mariadb)\b(?!.*\s-\w*[ce]\s)/s;
export const OVERWRITES = /\boverwrit(?:es?|ing)\b/i;

/** After the first, what loads a dump into a database fills a new one. */
export const MAKES_DATABASE = /\bcreatedb\b|\bcreate\s+database\b/i;
export const LOADS_DATABASE =
  /^(?!.*(?:--clean\b|--drop\b|\b(?:drop|dropdb|truncate|delete|update)\s)).*\b(?:psql|mysql|mariadb|pg_restore)\b/is;

/** Programs that only look for what their arguments say. */
export const LOOKS_FOR = /^(?:[efz]?grep|rg|ag|ack|git\s+(?:grep|log|commit)|man|which)\s[^|]*$/;
