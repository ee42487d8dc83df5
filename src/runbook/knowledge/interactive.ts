/** What a command looks like that has some trait, and what takes it away. Quoted strings in it are blanked. */
export interface Trait {
  readonly form: RegExp;
  readonly unless?: RegExp;
}

const YES =
  /\s(?:-\w*y\w*|--yes|--assume-?yes|--auto-approve|--force|-f|--confirm(?:=\S+)?|--no-?confirm|--skip-confirmation)(?=\s|$)/;

/** Programs that fill the terminal: editors, pagers, monitors, multiplexers. They need it also at the end of a pipeline. */
const FULL_SCREEN =
  /^(?:\S*\/)?(?:vi|vim|nvim|vimdiff|nano|pico|emacs|emacsclient|joe|micro|ed|view|less|more|most|man|mc(?!\s+[a-z])|ranger|fzf|lnav|top|htop|atop|btop|bpytop|bashtop|glances|nmon|iotop|iftop|nethogs|nload|bmon|powertop|slabtop|pg_top|pg_activity|innotop|mytop|ctop|dive|lazydocker|lazygit|tig|k9s|k9scli|pm2\s+monit|ncdu|mtr|mutt|visudo|vipw|vigr|sudoedit|nmtui|raspi-config|tmux|screen|byobu|nvtop|varnishtop|varnishhist|minicom|picocom|alsamixer|aptitude(?=$)|cfdisk|gitui|[\w.]+-tui|\$\{?(?:EDITOR|VISUAL|PAGER)\}?)(?=\s|$)/;
const FULL_SCREEN_UNLESS =
  /\s(?:-b\w*|-\w*bn?\d*|-n\s*\d+|-S\s+-dm\S*|-dmS|new(?:-session)?\s+-d|-es|-?-version|--batch|--report\S*|-r\w*|-c\s*\d+|-ls|ls|-X|kill-\S+|list-\S+|has-session|send-keys|new-session\s+-d)(?=\s|$)/;

/** Commands that need a person at a terminal, or wait for typing. Matched on each program that a command starts. */
export const INTERACTIVE: readonly Trait[] = [
  { form: FULL_SCREEN, unless: FULL_SCREEN_UNLESS },

  // Opens an editor.
  {
    form: /^(?:kubectl|oc|k|virsh|argocd|kubectl-\w+)\s(?:.*\s)?edit(?=\s|$)/,
    unless: /\s(?:can-i|--output-patch)\b/,
  },
  { form: /^(?:kubectl|oc)\s.*\s--edit(?=\s|$)/ },
  {
    form: /^(?:crontab\s+(?:\S+\s+)*-\w*e\b|systemctl\s+(?:\S+\s+)*edit\b|ansible-vault\s+(?:edit|create)\b)/,
  },
  { form: /^sops\s+(?:edit\s+)?[^-\s]\S*$|^patronictl\s.*\bedit-config\b|^eb\s+config\b/, unless: YES },
  {
    form: /^(?:\S*bin\/)?(?:bundle\s+exec\s+)?(?:rails|rake)\s.*\bedit(?:_\w+)?(?=[\s['":]|$)|^knife\s(?:.*\s)?edit(?=\s|$)|^EDITOR=/,
  },
  {
    form: /^git\s+(?:-\S+\s+\S+\s+)*(?:rebase\s.*(?:-i|--interactive)|add\s+(?:-p|-i|--patch)|mergetool|commit)(?=\s|$)/,
    unless: /\s(?:-\w*m|--message\S*|-F|--no-edit|--no-commit|-C|--fixup\S*|--continue)(?=[\s"']|$)/,
  },

  {
    form: /^git\s+(?:-\S+\s+\S+\s+)*revert\s/,
    unless: /\s(?:--no-edit|--no-commit|-n|--abort|--continue|--quit)(?=\s|$)/,
  },
  {
    form: /^(?:add-apt-repository\s|kubeadm\s+upgrade\s+apply\b)/,
    unless: /\s(?:-y|--yes|--dry-run)(?=\s|$)/,
  },

  // A shell, or another machine's, with nothing to run in it.
  { form: /^(?:\S*\/)?(?:ba|z|a|da|k|fi)?sh(?:\s+-(?=\w*[il])\w+|\s+--login)*$/ },
  {
    form: /^(?:kubectl|oc|k|docker|podman|nerdctl|crictl|docker-compose|lxc|heroku|nomad|singularity|apptainer|kubectl-\S+|minikube)\s.*\b(?:exec|run)\s+(?:.*\s)?(?:--)?(?:\/\S*\/)?(?:ba|z|a|da|k)?sh(?:\s+-(?=\w*[il])\w+)*(?:\s+(?:-n|--namespace|--context)[ =]\S+)*$/,
  },
  {
    form: /^(?:kubectl|oc|k)\s(?:.*\s)?exec\s+(?:(?:-[nc]|--namespace|--container)[ =]\S+\s+|-(?![nc]\s)\S+\s+)*[^\s-]\S*(?:\s+(?:(?:-[nc]|--namespace|--container)[ =]\S+|-[it]+))*$/,
  },
  {
    form: /^(?:docker|podman|nerdctl|docker-compose)\s+(?:compose\s+)?run\s(?:.*\s)?(?:-\w*i\w*t\w*|-\w*t\w*i\w*|-i\s+-t|-t\s+-i)\s/,
  },
  {
    form: /^(?:kubectl|oc|k)\s(?:.*\s)?run\s(?:.*\s)?(?:-\w*i\w*t\w*|-\w*t\w*i\w*|-i\s+-t|-t\s+-i|--stdin\s+--tty|-i\s+--tty)(?=\s|$)/,
  },
  {
    form: /^(?:oc|kubectl)\s(?:.*\s)?(?:rsh|debug)(?=\s)/,
    unless: /\s--\s+\S|\srsh\s+(?:-[nc]\s+\S+\s+|-(?![nc]\s)\S+\s+)*[^\s-]\S*\s+[^\s-]|\s(?:-o|--dry-run)\b/,
  },
  { form: /^(?:docker|podman|nerdctl|kubectl|oc)\s(?:.*\s)?attach\s/ },
  {
    form: /^(?:ssh|slogin|mosh|autossh)\s+(?:-[BbcDEeFIiJLlmopQRSWw]\s+[^\s-]\S*\s+|-\S+\s+)*[^\s-]\S*(?:\s+-(?:[iploFJL]\s*\S+|[tvA]+))*$/,
    unless: /\s-\w*[NfOWQ]\w*(?=\s|$)/,
  },
  {
    form: /^(?:gcloud|az|docker-machine|vagrant|eb|fly|flyctl|heroku|minikube|multipass|kops|limactl|tsh|cf|virtctl|colima|orb|juju|pscale|doctl|hcloud|linode-cli|nebius|oci)\s(?:.*\s)?(?:ssh|shell|ps:exec|console|bastion)(?=\s|$)/,
    unless: /--(?:command|run|script|dry-run)\b|\s-[cC]\s|\sssh\s+[^\s-]\S*\s+(?:""|[a-z]\S*\s)/,
  },
  {
    form: /^aws\s.*\b(?:start-session|execute-command\s.*--interactive)\b/,
    unless: /--document-name\s+AWS-StartPortForwarding/,
  },
  {
    form: /^(?:su|sudo\s+su|sudo\s+(?:-\w*[is]|--login|--shell))(?:\s+(?:-l?|--login))?(?:\s+(?:-u\s+)?[\w.$-]+)?(?:\s+-)?$|^sudo\s+-u\s+\S+\s+(?:-\w*[is]|(?:\/\S*\/)?(?:ba|z)?sh)$/,
  },
  {
    form: /^(?:chroot\s+\S+(?:\s+\S*sh)?|toolbox(?:\s+enter.*)?|login|newgrp(?:\s+\w+)?|nix-shell|nix\s+develop(?:\s+(?!-c\b|--command\b)\S+)*|(?:tailscale|tsh)\s+ssh\s+(?:-\S+\s+)*[^\s-]\S*|poetry\s+shell|pipenv\s+shell|aws-vault\s+exec\s+\S+|cephadm\s+shell|(?:machinectl|distrobox)\s.*(?:shell|enter).*|virsh\s+console\s.*|virtctl\s+(?:console|vnc|ssh)\s.*|vagrant\s+ssh.*|pct\s+enter\s.*|ipmitool\s.*\bsol\s+activate.*|telepresence\s+shell)$/,
  },
  // A database of a cloud's, or of a framework's configuration.
  {
    form: /^(?:(?:fly|flyctl)\s+(?:postgres|pg|mpg|redis)\s+connect|railway\s+connect|gcloud\s+(?:(?:alpha|beta)\s+)?sql\s+connect|heroku\s+(?:pg:psql|redis:cli)|az\s.*\bconnect\s.*--interactive|turso\s+db\s+shell)\b/,
    unless: /\s(?:-c|--command|--querytext|-q)[ =]/,
  },
  // A target that opens one: make db-shell, just psql, inv ipmi-serial --host web-1
  {
    form: /^(?:make|just|task|inv|invoke|fab|rake)\s(?:-\S+\s+)*(?:(?:[\w-]+[-:_])?(?:console|repl|serial|bash|ssh|psql|dbshell)|(?:db|database|app|web|pod|container|dev|remote)[-:_]shell)(?=\s|$)/,
  },
  // Some program's own: `sentry shell`.
  {
    form: /^\S+(?:\s+-\S+)*\s(?:shell|console|repl)$|^(?:\S*\/)?[\w.]+-console$/,
    unless:
      /^(?:echo|printf|which|whereis|type|man|info|help|cat|less|ls|cd|mkdir|rm|g?rep|apropos|export|touch|kubectl|oc|docker)\s/,
  },
  { form: /^nsenter(?:\s+--?\w[\w-]*(?:[ =](?:\d+|_+|\$\S+))?)+$/ },

  // A program that statements are typed into, beside those that are followed as clients.
  {
    form: /^(?:\S*\/)?(?:i?python[\d.]*|node|irb|pry|ipython|bpython|ghci|jshell|lua|scala|spark-shell|pyspark|erl|iex|gdb|lldb|bc|php\s+-a|deno|julia|R|octave|chef-shell|jconsole|hbase\s+shell|impala-shell|beeline|hive|spark-sql|sqlplus|isql|usql|pgcli|mycli|litecli|ceph|nslookup|ftp|lftp|rclone\s+config|bluetoothctl|nmcli\s+connection\s+edit|vtysh|birdc|conntrackd|rados|asmcmd|lsnrctl|dgmgrl|influx|clickhouse-client|clickhouse\s+client|duckdb|surreal\s+sql|cypher-shell|arangosh|temporal\s+operator\s+interactive)(?:\s+-[iB]|\s+--(?:host|user|password|port|db|database|secure|remsh|name|sname|cookie|connect)[ =]?\S*|\s+-[uhpdPUHS]\s+\S+)*$/,
    unless: /\s(?:-e|-c|-V|-v|--version|--eval|-q)(?=\s|$)/,
  },
  {
    form: /^(?:\S*\/)?(?:gdb|lldb|sftp|ftp|telnet|nc|ncat|netcat|dbt\s+shell|sqlite3|wp\s+shell|tinker)\s+[^\s|<]\S*(?:\s+(?:-p\s+)?\d+|\s+[\w$-]+)?$/,
  },
  {
    form: /^(?:php\s+)?(?:\S*\/)?artisan\s+tinker\b|^iex\s+-S\b|\s(?:remote|remote_console|rpc-console)$|^(?:terraform|tofu)\s+console\b|^(?:\S*\/)?(?:zkCli(?:\.sh)?|zookeeper-shell(?:\.sh)?)(?:\s+-server\s+\S+|\s+\S+:\d+)?$|^(?:\S*\/)?kafka-console-producer(?:\.sh)?\s|^openssl\s+s_client\s|^sqlcmd\s/,
    unless: /\s(?:-Q|-q|-i|--eval|<|--execute)(?=\s)|<\s*\/dev\/null/,
  },

  // Asks for a password, a code or a browser.
  {
    form: /^(?:passwd|smbpasswd|ssh-copy-id|chage|ssh-add|kinit|visudo|mysql_secure_installation|su)(?:\s+(?!-S)\S+)*$/,
    unless: /--stdin\b|\s-[lLdDSkt]\b|^kinit\s.*-k|\s-c\s/,
  },
  { form: /^(?:htpasswd)\s/, unless: /\s-\w*[bDi]/ },
  {
    form: /^(?:ssh-keygen|gpg2?)(?:\s|$)/,
    unless:
      /^ssh-keygen\s.*\s-(?:N|[RFlyL]\b|\w*l\w*f)|^gpg2?\s(?!.*--(?:edit-key|gen-key|full-gen\w*|generate-key|full-generate-key|change-pin|card-edit|edit-card|sign-key|delete-(?:secret-)?keys?)\b)|--batch|--yes/,
  },
  {
    form: /^(?:\S*\/)?(?:mysql|mysqldump|mysqladmin|mysqlcheck|mariadb(?:-\w+)?|mongo\w*)\s(?:.*\s)?(?:-p|--password)(?=\s+-|\s*[<>]|\s*$|\s+[\w"]+\s*(?:[<>]|$))/,
  },
  {
    form: /^(?:\S*\/)?(?:psql|pg_dump|pg_restore|pg_basebackup|pgbench|vacuumdb|createdb|dropdb|ldap(?:search|modify|add|delete|passwd))\s(?:.*\s)?(?:-W|--password)(?=\s|$)|^createuser\s.*(?:-\w*P|--pwprompt|--interactive)\b|^redis-cli\s.*--askpass/,
  },
  {
    form: /^curl\s(?:.*\s)?(?:-u|--user)\s+"?[\w.@-]+"?(?=\s|$)/,
    unless: /(?:-u|--user)\s+["']?(?:\S*[:$_]|"")/,
  },
  { form: /^(?:ansible|ansible-\w+)\s.*(?:\s-[kK]+\b|--ask-\S+)/ },
  {
    form: /^(?:docker|podman|npm|heroku|fly|flyctl|cf|tsh|vercel|wrangler|firebase|netlify|ibmcloud|doppler|oc|argocd|rosa|nomad|bw|infisical|influx|pulumi|tailscale|teleport|ocm|supabase|railway|snyk|render|kubelogin|helm\s+registry|fly\s+auth|gh\s+auth|glab\s+auth|az|gcloud\s+auth|gcloud\s+auth\s+application-default|aws\s+sso|aws\s+codeartifact|vault|gitlab-ctl|stripe|terraform|tofu|consul|saml2aws|okta-aws|eb|oci\s+session|databricks\s+auth|twilio|ngc|buf\s+registry|oras|skopeo|buildah|nerdctl|fastly|bao)\s+(?:log-?in|authenticate|signin|adduser)\b/,
    unless:
      /(?:^|\s)(?:-p|--token\S*|--password\S*|--password-stdin|--service-principal|--identity|--cred-file\S*|--with-token|--web=false|--use-device-code=false|-token-only|token=\S+|--auth-key\S*|s\.\S+|hvs\.\S+|--auth-code\S*|-method=(?:approle|aws|kubernetes|cert)\S*)(?=[\s=]|$)|^(?:az|aws\s+codeartifact)\s.*\bacr\b/,
  },
  {
    form: /^(?:aws\s+configure(?:\s+sso\b.*|\s+--profile\s+\S+)?|gcloud\s+init|gcloud\s+(?:auth\s+)?configure-docker|op\s+signin|az\s+configure|databricks\s+configure|oci\s+setup\s+config|s3cmd\s+--configure|vault\s+operator\s+unseal(?:\s+-\S+)*|npm\s+(?:init|publish\s+--otp)|sentry-cli\s+login|eb\s+init|snow\s+connection\s+add)$/,
    unless: /--quiet|-q\b/,
  },
  { form: /^(?:\S*\/)?gitlab-runner\s+register\b/, unless: /--non-interactive|\s-n\b/ },
  { form: /^keytool\s/, unless: /-storepass\b|-noprompt\b|-cacerts\b/ },
  {
    form: /^openssl\s+(?:genrsa|genpkey|rsa|pkcs12|pkcs8|enc|req)\s(?:.*\s)?(?:-aes\d+\S*|-des3?|-export)\b/,
    unless: /-pass(?:in|out)?\b|-passwd\b|-nodes\b/,
  },
  { form: /^openssl\s+req\s(?:.*\s)?-new\b/, unless: /-subj\b|-config\b|-batch\b/ },

  // Asks what to do, which one, or for what unlocks it.
  {
    form: /^(?:update-)?alternatives\s+--config\s|^rman(?:\s+(?:target|catalog|auxiliary)\s+\S+)*$|^bw\s+unlock(?:\s+--raw)?$|^gpg2?\s+(?:-c|--symmetric)\s/,
  },

  // Asks whether to go on.
  {
    form: /^(?:terraform|tofu|terragrunt|tf)\s+(?:-\S+\s+)*(?:run-all\s+)?(?:apply|destroy|force-unlock)\b/,
    unless:
      /-auto-approve|-force\b|\.(?:plan|tfplan|out)\b|\bplan\b|--terragrunt-non-interactive|\s(?:apply)\s+(?:-(?!var|target|replace|lock|parallelism|refresh|input|state|no-color|destroy|compact|backup)\S+\s+)*["']?[\w./-]*plan\w*["']?$/,
  },
  {
    form: /^(?:pulumi\s+(?:up|update|destroy|refresh|cancel)|cdk\s+destroy|vagrant\s+destroy|copilot\s.*\bdelete|amplify\s+delete|sls\s+rollback|kops\s+delete\s+cluster)\b/,
    unless: YES,
  },
  {
    form: /^(?:apt|apt-get|aptitude|yum|dnf|zypper|microdnf)\s+(?:-\S+\s+)*(?:install|in|remove|rm|upgrade|update|up|dup|autoremove|purge|dist-upgrade|full-upgrade|reinstall|downgrade|groupinstall|swap|history\s+(?:undo|rollback))\b/,
    unless:
      /^(?:apt|apt-get|aptitude)\s+(?:-\S+\s+)*update\b|\s-\w*y|--(?:yes|assume-?yes|assumeno|non-interactive|download-only|dry-run|simulate|just-print)|\s-n\s|\s-qq/,
  },
  { form: /^pacman\s+-\w*[SRU]\w*(?=\s|$)/, unless: /--noconfirm|^pacman\s+-S[sicgl]+\b/ },
  {
    form: /^pip3?\s+uninstall\b|^python3?\s+-m\s+pip\s+uninstall\b|^conda\s+(?:install|remove|update|create|env\s+remove)\b|^mamba\s+(?:install|remove|update)\b|^npx\s+create-|^dpkg-reconfigure\b|^adduser\s/,
    unless: /\s-\w*y|--yes|--disabled-password|-f\s?noninteractive|-p\s?(?:critical|high)|--system|--gecos/,
  },
  {
    form: /^(?:docker|podman)\s+(?:system|volume|image|container|network|builder|buildx)\s+(?:prune|reset)\b|^buildah\s+prune\b/,
    unless: /\s-\w*f|--force|--dry-run/,
  },
  { form: /^docker(?:-compose|\s+compose)\s+(?:\S+\s+)*?rm\b/, unless: /\s-\w*f|--force|\srun\s/ },
  { form: /^docker-machine\s+rm\b|^docker\s+(?:swarm|plugin)\s+install\b/, unless: YES },
  {
    form: /^gcloud\s.*\s(?:delete|reset-windows-password|remove-iam-policy-binding|failover|promote-replica|restore-backup|upgrade|resize|set-iam-policy|abandon-instances|delete-instances|backups\s+restore|instances\s+(?:patch|restart))(?=\s|$)/,
    unless: /--quiet|\s-q\b|\sstorage\s+/,
  },
  {
    form: /^az\s.*\s(?:delete|purge)(?=\s|$)/,
    unless: /\s-\w*y|--yes|\sstorage\s+(?:blob|entity|message)\b|\saks\s+nodepool\b|\srole\s+assignment\b/,
  },
  {
    form: /^(?:doctl|hcloud|eksctl)\s.*\s(?:delete|destroy|rm|power-off|restore)(?=\s|$)/,
    unless: /\s-f\b|--force|^eksctl|^hcloud/,
  },
  {
    form: /^heroku\s+(?:apps:destroy|pg:(?:reset|promote|backups:restore|killall|copy|upgrade)|addons:destroy|maintenance:run|destroy)\b/,
    unless: /--confirm|-c\s/,
  },
  {
    form: /^(?:fly|flyctl)\s+(?:apps?|machines?|volumes?|postgres|ips?)?\s*(?:destroy|delete)\b|^(?:argocd|velero|flux|istioctl|linkerd|argo|helmfile|tanzu|rosa|rke|rke2|gh|glab|vercel|wrangler|confluent|pscale|neonctl|ocm|civo|scw)\s(?:.*\s)?(?:delete|uninstall|destroy|remove)(?=\s|$)|^vercel\s+(?:\w+\s+)?(?:rm|remove)\s/,
    unless:
      /\s(?:-\w*y\w*|-s|--yes|--force|-f|--confirm(?:=\S+)?|--silent|--skip-confirmation)(?=\s|$)|^(?:linkerd|argo)\s|\s(?:run|secret|variable|label)\s+delete\b/,
  },
  {
    form: /^patronictl\s.*\b(?:failover|switchover|restart|reinit|reload|remove|flush)\b/,
    unless: /--force/,
  },
  {
    form: /^(?:repmgr|stolonctl|pcs\s+cluster\s+destroy|drbdadm\s+create-md)\s.*\bremove\b|^kubeadm\s+reset\b|^k3s-uninstall/,
    unless: /\s-f\b|--force/,
  },
  {
    form: /^knife\s+(?:node|client|environment|role|cookbook|data\s+bag|vault|user)\s+(?:bulk\s+)?delete\b|^knife\s+(?:ec2|google|azure|digital_ocean|rackspace)\s+server\s+delete\b/,
    unless: YES,
  },
  { form: /^(?:lvremove|vgremove|pvremove|lvreduce)\b/, unless: /\s-\w*[fy]|--yes|--force/ },
  { form: /^(?:fsck|e2fsck)(?:\.\w+)?\s/, unless: /\s-\w*[yapn]/ },
  { form: /^(?:fdisk|gdisk|parted|cgdisk)\s+\/\S+$/ },
  { form: /^(?:rm|cp|mv)\s+(?:-\w+\s+)*-\w*i/ },
  {
    form: /^(?:gitlab-backup\s+restore|(?:sudo\s+)?gitlab-rake\s+gitlab:(?:backup:restore|setup)|gitlab-rails\s+dbconsole)\b/,
    unless: /force=yes/,
  },
  {
    form: /\bmanage(?:\.py)?\s+(?:flush|createsuperuser|changepassword|collectstatic|reset_db|loaddata\s+-)\b/,
    unless: /--no-?input|--interactive=False/i,
  },
  // In production it asks whether one really wants to.
  {
    form: /\bartisan\s+(?:migrate(?::(?:rollback|fresh|reset|refresh))?|db:(?:wipe|seed))(?=\s|$)/,
    unless: /\s(?:--force|-n|--no-interaction|--pretend|--help)(?=\s|$)/,
  },
  { form: /\bocc\s+user:(?:add|resetpassword)\b/, unless: /--password-from-env|\s-n\b|--no-interaction/ },
  {
    form: /^nats\s(?:.*\s)?(?:(?:str(?:eam)?|con(?:sumer)?)\s+(?:add|create|edit|rm|purge)|peer-remove)(?=\s|$)/,
    unless: /\s(?:--defaults|--config[= ]\S+|-f|--force)(?=\s|$)/,
  },
  // Asks for the password of what it makes.
  {
    form: /^restic\s(?:.*\s)?init(?=\s|$)/,
    unless: /\s(?:-p|--password-file|--password-command|--insecure-no-password)[ =]?/,
  },
  { form: /^borg\s+(?:init|repo-create|key\s+change-passphrase)\s/, unless: /-e(?:ncryption)?[= ]none\b/ },
  // A signed transaction: shopd tx slashing unjail
  { form: /^[\w-]+d\s+tx\s+[\w-]+\s/, unless: /\s(?:-y|--yes|--generate-only|--dry-run)(?=\s|$)/ },
  {
    form: /^(?:screen\s+-(?:r|x|dr|rd|dRR)\b|man\s+(?:\d\s+)?[\w.-]+$|do-release-upgrade$|supervisorctl$|lxc-attach\s+(?:-n\s+|--name=?\s*)?\S+$)/,
  },
  {
    form: /^cryptsetup\s(?:.*\s)?(?:luksOpen|luksFormat|open|luksAddKey|luksChangeKey)\s/,
    unless: /\s(?:--key-file|-d)[ =]|\s-$/,
  },
  { form: /^(?:write|talk)\s+\w+(?:\s+(?:pts|tty)\S*)?$/ },
  { form: /\bcelery\b.*\spurge\b/, unless: /\s(?:-f|--force)/ },
  { form: /^airflow\s+tasks\s+clear\b/, unless: YES },
  { form: /^railway\s+(?:link|init)\b/ },
  { form: /\bredis-check-aof\s.*--fix\b/ },
  { form: /^rkhunter\s.*(?:-c|--check)(?=\s|$)/, unless: /--sk\b|--skip-keypress/ },
  { form: /\bredis-cli\b.*\s--cluster\s+(?:create|fix|reshard)\b/, unless: /--cluster-yes/ },
  {
    form: /^(?:read|select)\s|^\S+\s.*\bread\s+-\w*p\b|^gum\s+confirm/,
    unless: /\s-t\s*0|<<<|^read\s.*<\s|-r\s+\w+(?:\s+\w+)*\s*$|^select\s.*\bfrom\b/i,
  },
  {
    form: /^(?:certbot|letsencrypt)\s+(?:certonly|--nginx|--apache|run|delete|revoke)/,
    unless: /\s-n\b|--non-?interactive|--webroot|--dns-/,
  },
  {
    form: /^sdkmanager\s+--licenses|^flutter\s+doctor\s+--android-licenses|^crowdsec-cli|^ufw\s+(?:enable|reset)$/,
  },
];

/** Statements of a client that ask for more, or whether to go on. */
export const INTERACTIVE_TEXT =
  /^\s*(?:\\password\b|set\s.*\splain-text-password\s*$|request\s+system\s+(?:halt|reboot|power-off|zeroize)\s*$|reload\s*$|write\s+erase\s*$)/;

/** What a text says of a command that waits for a person: "type the version to confirm", "(interactive)", "an interactive view of …". */
export const ASKS_BY_REMARK =
  /^interactive\b|\(interactive\)|\binteractively\b|(?<!(?:non-|not?\s|without\s)\S{0,3})\binteractive\s+(?:view|menu|session|shell|mode|prompts?|wizard|console|tool|script|installer|setup|program|tui|terminal)\b|\btype\s+(?:\S+\s+){1,4}to\s+(?:confirm|continue|proceed)\b|\b(?:asks|prompts)\s+(?:(?:you|the\s+user)\s+)?(?:for|to|whether|before)\s|\b(?:you\s+will|you'll)\s+be\s+(?:asked|prompted)\b|\bopens\s+(?:an?|your)\s+(?:editor|menu|shell|prompt)\b/i;

/** It may ask, but not as it is typed here. */
export const ASKS_NOTHING =
  /\s(?:-y|--yes|-f|--force|--batch|--no-?input|--non-?interactive|--auto-approve|--dry-?run|--help|-h)(?=[\s=]|$)|<|^\s*(?:yes|echo|printf)\b[^|]*\|/i;
