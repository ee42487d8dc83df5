import type { Trait } from './trait.ts';

/** What deletes or writes over by a word that only this program has for it. Matched on each program that a command starts. */
export const DESTRUCTIVE_TOOLS: readonly Trait[] = [
  // Frameworks.
  {
    form: /^dotnet\s+ef\s+(?:database\s+(?:drop|update\s+0)|migrations\s+remove)(?=\s|$)/,
    unless: /\s--dry-run\b/,
  },
  {
    form: /\bdoctrine:(?:(?:database|schema|mongodb:schema):drop|fixtures:load|migrations:(?:execute\s.*--down|migrate\s+(?:prev|first|0)))(?=\s|$)/,
    unless: /\s--(?:dump-sql|dry-run|append)\b/,
  },
  {
    form: /^(?:\S*\/)?drush\s(?:.*\s)?(?:sql[-:](?:drop|sync)|watchdog[-:]delete|wd-del|(?:entity|config|state|queue)[-:]delete|pmu|pm[-:]uninstall|user[-:]cancel|ucan|si|site[-:]install)(?=\s|$)/,
    unless: /\s--simulate\b/,
  },
  { form: /^wp\s(?:.*\s)?cache\s+flush(?=\s|$)|^atlas\s+schema\s+clean\b|^hasura\s.*--down\b/ },

  // Platforms.
  {
    form: /^kamal\s(?:.*\s)?(?:remove|prune|accessory\s+reboot)(?=\s|$)|^dokku\s+(?:[\w-]+:import|cleanup)(?=\s|$)|^railway\s+down(?=\s|$)|^fly(?:ctl)?\s+machines?\s+kill\s/,
  },
  {
    form: /^bosh\s(?:.*\s)?(?:delete-[a-z-]+|clean-up|cleanup|recreate)(?=\s|$)/,
    unless: /\s--dry-run\b/,
  },
  {
    form: /^(?:\S*\/)?tootctl\s(?:.*\s)?(?:remove|prune|purge|delete|cull)(?=\s|$)/,
    unless: /\s--dry-run\b/,
  },
  // Concourse: fly -t shop prune-worker -w web-1
  {
    form: /^fly\s(?:.*\s)?(?:abort-build|prune-worker|clear-(?:task-cache|resource-cache|versions))(?=\s|$)/,
  },
  {
    form: /^(?:tkn|prefect|temporal|tctl|flink|dagster)\s(?:.*\s)?(?:cancel|terminate|delete)(?=\s|$)|^spark-submit\s.*--kill\b|^(?:dvc|mlflow)\s+gc(?=\s|$)|^podman\s+system\s+reset\b/,
  },
  {
    form: /^(?:qm|pct)\s+delsnapshot\s|^pkg_delete\s|^gitlab-runner\s+unregister(?=\s|$)|^esxcli\s.*\skill(?=\s|$)|^vim-cmd\s+vmsvc\/destroy\b|^govc\s+\w+\.(?:destroy|rm|remove)\b/,
  },

  // Databases, with what backs them up.
  {
    form: /^pg_dropcluster\s|^pg_ctlcluster\s.*\s(?:-m|--mode)[ =]?i(?:mmediate)?\b|^pgbackrest\s(?:.*\s)?(?:expire|stanza-delete)(?=\s|$)|^repmgr\s.*--force-rewind\b/,
    unless: /--dry-?run/,
  },
  {
    form: /(?:^|\s)wal-[ge]\s(?:.*\s)?(?:backup-fetch\s|delete\s.*--confirm\b)/,
    unless: /\sbackup-fetch\s+\S*(?:tmp|temp|restore|test|scratch|verify)/,
  },
  {
    form: /^db2\s+(?:drop|restore|force\s+application)\s|^srvctl\s+remove\s|^asmcmd\s+(?:-\S+\s+)*rm\s/i,
  },
  {
    form: /^pt-(?:archiver\s.*--purge|kill\s(?:.*\s)?--kill(?:-query)?)(?=\s|$)/,
    unless: /--(?:dry-run|print)\b/,
  },
  {
    form: /^tiup\s+cluster\s+(?:clean|scale-in|prune)\s|^couchbase-cli\s+bucket-flush\s|^vtctldclient\s+Delete\w+\s/,
  },
  {
    form: /^(?:\S*\/)?(?:(?:elastic|open)search-(?:node\s+(?:unsafe-bootstrap|detach-cluster)|(?:shard|keystore)\s+remove\S*))(?=\s|$)/,
  },
  { form: /^rbd\s+resize\s.*--allow-shrink\b|^qemu-img\s+resize\s.*--shrink\b/ },
  { form: /^zpool\s+import\s(?:.*\s)?-\w*F|^btrfs\s+check\s(?:.*\s)?--repair\b/ },
  { form: /^wsl(?:\.exe)?\s+--unregister\s/ },
  { form: /^azcopy\s+sync\s.*--delete-destination(?![ =]false)/ },

  // Batch, queues and big data.
  {
    form: /^(?:\S*\/)?(?:hdfs|hadoop|yarn|mapred|ozone)\s(?:.*\s)?-(?:rmr?|rmdir|expunge|delete\w*|kill|format\w*)(?=\s|$)/,
  },
  { form: /^sacctmgr\s.*\sdelete\s|^rq\s+empty(?=\s|$)|^mqadmin\s+delete\w+(?=\s|$)/ },
  // A cluster forgets its other members, or one of them: k3s server --cluster-reset, kubectl ko nb kick 4f1a
  {
    form: /^(?:\S*\/)?(?:k3s|rke2)\s+server\s(?:.*\s)?--cluster-reset(?=\s|$)|^(?:kubectl|oc)\s+ko\s+[ns]b\s+kick\s|^ov[ns]-appctl\s(?:.*\s)?cluster\/(?:kick|leave)\s/,
  },

  // Disks, names, members of a cluster, accounts.
  {
    form: /^diskutil\s+(?:erase\w+|partitionDisk|secureErase|zeroDisk|apfs\s+delete\w+)(?=\s|$)|^tmutil\s+delete\w*(?=\s|$)|^launchctl\s+remove\s|^timeshift\s(?:.*\s)?--restore\b|^zpool\s+remove\s|^iscsiadm\s.*(?:-o|--op)[ =]?delete\b|^beegfs-ctl\s(?:.*\s)?--removenode\b/,
  },
  {
    form: /^dnscmd\s(?:.*\s)?\/(?:zone|record)delete\b|^rndc\s+delzone\s|^zmprov\s(?:.*\s)?(?:da|dd|ddl|deleteAccount|deleteDomain)\s|^puppet\s+resource\s.*ensure=absent\b|^aws\s+\S+\s+admin-delete-\S+/i,
  },
  {
    form: /^stonith_admin\s(?:.*\s)?(?:-F|--fence|-B|--reboot)\b|^crm_node\s(?:.*\s)?(?:-R|--remove)\b|^(?:\S*\/)?kafka-storage(?:\.sh)?\s+format(?=\s)|^sentry\s+cleanup(?=\s|$)|^salt-run\s+cache\.clear\w*|^bazel\s+clean\s.*--expunge/,
  },

  // Sources and packages.
  { form: /^npm\s+unpublish\b|^hg\s+strip\b|^conda\s+env\s+remove\b/ },

  // Windows.
  {
    form: /^(?:rd|erase)\s+\S|^format\s+[a-z]:|^wevtutil\s+(?:cl|clear-log)\s|^bcdedit\s+\/delete|^net\s+(?:user|session|share|use|group|localgroup)\s.*\/del(?:ete)?\b|^schtasks\s+\/delete\b|^nssm\s+remove\s|^(?:logoff|rwinsta)\s+\S|^robocopy\s.*\s\/(?:mir|purge|move?)\b|^wbadmin\s+(?:delete\s|start\s+(?:sys)?recovery)|^Unregister-\w+|^Restore-(?:SqlDatabase|VMSnapshot|VMCheckpoint)(?=\s|$)|^Initialize-Disk(?=\s|$)/i,
    unless: /\s\/(?:l|\?)(?=\s|$)|\s-WhatIf\b/i,
  },
];
