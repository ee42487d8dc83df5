import { YES, type Trait } from './trait.ts';

/** Commands that ask for something before they do their work: a password, a choice, or whether to go on. Matched on each program that a command starts. */
export const ASKS: readonly Trait[] = [
  // Asks for a password, a code or a browser.
  {
    form: /^(?:passwd|kpasswd|smbpasswd|ssh-copy-id|chage|ssh-add|kinit|visudo|mysql_secure_installation|su)(?:\s+(?!-S)\S+)*$/,
    unless: /--stdin\b|\s-[lLdDSkt]\b|^kinit\s.*-k|\s-c\s/,
  },
  // The password of the directory, or the new one.
  { form: /^ldappasswd\s(?:.*\s)?-[SA](?=\s|$)/ },
  {
    form: /^kdb5_ldap_util\s|^kdb5_util\s(?:.*\s)?(?:create|stash|load)(?=\s|$)/,
    unless: /\s-[wP]\s|\shelp\b/,
  },
  { form: /^(?:htpasswd)\s/, unless: /\s-\w*[bDi]/ },
  {
    form: /^(?:ssh-keygen|gpg2?)(?:\s|$)/,
    unless:
      /^ssh-keygen\s(?:.*\s)?-(?:N|[RFlyLH]\b|\w*l\w*f)|^gpg2?\s(?!.*--(?:edit-key|gen-key|full-gen\w*|generate-key|full-generate-key|change-pin|card-edit|edit-card|sign-key|delete-(?:secret-)?keys?)\b)|--batch|--yes/,
  },
  {
    form: /^(?:\S*\/)?(?:mysql(?:dump|admin|check|import|pump|binlog|show|slap|sh|_upgrade)?|mariadb(?:-[\w-]+)?|mongo\w*)\s(?:.*\s)?(?:-p|--password)(?=\s+-|\s*[<>]|\s*$|\s+[\w"]+\s*(?:[<>]|$))/,
  },
  // A password never stands apart: mysqlimport -u root -p shop orders.txt
  {
    form: /^(?:\S*\/)?mysql(?:dump|import|show|slap|binlog)\s(?:.*\s)?-p\s+\w+\s+[^\s-]/,
    unless: /\s-p\s+_+(?:\s|$)/,
  },
  {
    form: /^(?:\S*\/)?(?:psql|pg_dump|pg_restore|pg_basebackup|pgbench|vacuumdb|createdb|dropdb|ldap(?:search|modify|add|delete|passwd))\s(?:.*\s)?(?:-W|--password)(?=\s|$)|^createuser\s.*(?:-\w*P|--pwprompt|--interactive)\b|^drop(?:user|db)\s(?:.*\s)?(?:-\w*i|--interactive)(?=\s)|^(?:impdp|expdp)\s+\w+(?=\s|$)|^redis-cli\s.*--askpass/,
  },
  {
    form: /^curl\s(?:.*\s)?(?:-u|--user)\s+"?[\w.@-]+"?(?=\s|$)/,
    unless: /(?:-u|--user)\s+["']?(?:\S*[:$_]|"")/,
  },
  { form: /^(?:ansible|ansible-\w+)\s.*(?:\s-[kK]+\b|--ask-\S+)/ },
  // PowerShell signs in by a window or a code, unless it is told as whom.
  {
    form: /^(?:Connect-(?:Az\w*|ExchangeOnline|IPPSSession|MgGraph|Msol\w+|PnPOnline|SPOService|MicrosoftTeams|VIServer|CIServer)|Login-Az\w+|Add-AzAccount)(?=\s|$)/i,
    unless:
      /\s-(?:Identity|ServicePrincipal|ManagedIdentity|Credential|AccessToken|Certificate\w*|ClientSecret\w*|AppId|ApplicationId|User)\b/i,
  },
  {
    form: /^(?:\$\w+\s*=\s*)?(?:Get-Credential|Read-Host)(?=\s|$)|\(Get-Credential\b|^runas\s|^net\s+use\s.*\s\*(?=\s|$)/i,
    unless: /\/savecred\b/i,
  },
  {
    form: /^(?:docker|podman|npm|heroku|fly|flyctl|cf|tsh|vercel|wrangler|firebase|netlify|ibmcloud|doppler|oc|argocd|rosa|nomad|bw|infisical|influx|pulumi|tailscale|teleport|ocm|supabase|railway|snyk|render|kubelogin|helm\s+registry|fly\s+auth|gh\s+auth|glab\s+auth|az|aws|aws-vault|bosh|rancher|juju|serverless|sls|cargo|lpass|scalingo|clever|dokku|convox|turso|neonctl|atlas(?:\s+auth)?|confluent|astro|okteto|porter|credhub|uaa|fauna|temporal|influx|gcloud\s+auth|gcloud\s+auth\s+application-default|aws\s+sso|aws\s+codeartifact|vault|gitlab-ctl|stripe|terraform|tofu|consul|saml2aws|okta-aws|eb|oci\s+session|databricks\s+auth|twilio|ngc|buf\s+registry|oras|skopeo|buildah|nerdctl|fastly|bao)\s+(?:-[\w-]+[ =][^\s-]\S*\s+)*(?:log-?in|authenticate|signin|adduser)\b/,
    unless:
      /(?:^|\s)(?:-p|--token\S*|--password\S*|--password-stdin|--service-principal|--identity|--cred-file\S*|--with-token|--web=false|--use-device-code=false|-token-only|token=\S+|--auth-key\S*|--?api-?key\S*|--client-name\S*|--client-secret\S*|s\.\S+|hvs\.\S+|--auth-code\S*|-method=(?:approle|aws|kubernetes|cert)\S*)(?=[\s=]|$)|^(?:az|aws\s+codeartifact)\s.*\bacr\b|^cargo\s+login\s+\S|^(?:vault|bao)\s+login\s+[\w.$"{}-]+$/,
  },
  {
    form: /^(?:aws\s+configure(?:\s+sso\b.*|\s+--profile\s+\S+)?|aws-vault\s+add\s+\S+|doctl\s+auth\s+init.*|scw\s+init|terminus\s+auth:login|(?:composer|yarn|pnpm)\s+init|gh\s+(?:pr|issue|release)\s+create|gcloud\s+init|gcloud\s+(?:auth\s+)?configure-docker|op\s+signin|az\s+configure|databricks\s+configure|oci\s+setup\s+config|s3cmd\s+--configure|(?:vault|bao)\s+operator\s+unseal(?:\s+-\S+)*|netbird\s+(?:up|login)|npm\s+(?:init|publish\s+--otp)|sentry-cli\s+login|eb\s+init|snow\s+connection\s+add)$/,
    unless: /--quiet|-q\b/,
  },
  { form: /^(?:\S*\/)?gitlab-runner\s+register\b/, unless: /--non-interactive|\s-n\b/ },
  {
    form: /^ansible-vault\s+(?:view|encrypt|decrypt|rekey|encrypt_string)(?=\s|$)/,
    unless: /\s--vault-(?:password-file|pass-file|id)\b/,
  },
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
    form: /^(?:apt|apt-get|aptitude|yum|dnf|zypper|microdnf|pkg|pkgin)\s+(?:-\S+\s+)*(?:install|in|delete|remove|rm|upgrade|update|up|dup|autoremove|purge|dist-upgrade|full-upgrade|reinstall|downgrade|groupinstall|swap|history\s+(?:undo|rollback))\b/,
    unless:
      /^(?:apt|apt-get|aptitude|pkg|pkgin)\s+(?:-\S+\s+)*update\b|\s-\w*y|--(?:yes|assume-?yes|assumeno|non-interactive|download-only|dry-run|simulate|just-print)|\s-n\s|\s-qq/,
  },
  { form: /^freebsd-update\s+(?:fetch|install|upgrade)\b/, unless: /--not-running-from-cron|PAGER=/ },
  { form: /^pacman\s+-\w*[SRU]\w*(?=\s|$)/, unless: /--noconfirm|^pacman\s+-S[sicgl]+\b/ },
  {
    form: /^pip3?\s+uninstall\b|^python3?\s+-m\s+pip\s+uninstall\b|^conda\s+(?:install|remove|update|create|env\s+remove)\b|^mamba\s+(?:install|remove|update)\b|^npx\s+create-|^dpkg-reconfigure\b|^adduser\s/,
    unless: /\s-\w*y|--yes|--disabled-password|-f\s?noninteractive|-p\s?(?:critical|high)|--system|--gecos/,
  },
  {
    form: /^(?:docker|podman)\s+(?:system|volume|image|container|network|builder|buildx)\s+(?:prune|reset)\b|^buildah\s+prune\b/,
    unless: /\s-\w*f|--force|--dry-run/,
  },
  {
    form: /^docker(?:-compose|\s+compose)\s+(?:-\S+(?:\s+[^\s-]\S*)?\s+)*?rm\b/,
    unless: /\srm\s.*(?:-\w*f|--force)/,
  },
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
    form: /^heroku\s+(?:apps:destroy|pg:(?:reset|backups:restore|copy|upgrade)|addons:destroy|maintenance:run|destroy)\b/,
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
    form: /^(?:repmgr|stolonctl|pcs\s+cluster\s+destroy|drbdadm\s+create-md)\s.*\bremove\b|^kubeadm\s+reset\b/,
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
  { form: /^airflow\s+(?:tasks\s+clear|dags\s+delete)\b/, unless: YES },
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
  {
    form: /^salt-key\s(?:.*\s)?(?:-[aArRdD]|--(?:accept|reject|delete)(?:-all)?)(?=[\s=]|$)/,
    unless: /\s(?:-\w*y|--yes)(?=\s|$)/,
  },
  // What BOSH and Cloud Foundry change, they ask about.
  {
    form: /^bosh\s(?:.*\s)?(?:cck|cloud-check|recreate|restart|stop|start|deploy|clean-up|cancel-tasks?|attach-disk|update-(?:(?:cloud|runtime|cpi)-)?config|delete-(?!env\b)[a-z-]+)(?=\s|$)/,
    unless:
      /\s(?:-\w*n\w*|--non-interactive|--auto|-a|--report|-r|--resolution\S*|--dry-run)(?=\s|$)|\s(?:errand|run-errand|ssh|logs)\s/,
  },
  {
    form: /^cf\s+(?:delete|delete-(?!orphaned)[a-z-]+|delete-orphaned-routes|purge-[a-z-]+)(?=\s|$)/,
    unless: /\s-\w*f/,
  },
  {
    form: /^juju\s+(?:destroy-(?:model|controller)|kill-controller|remove-(?:application|machine|unit))(?=\s|$)/,
    unless: /\s(?:-y|--yes|--no-prompt|--force)(?=\s|$)/,
  },
  // Frameworks ask before they change a schema.
  {
    form: /^(?:\S*\/)?drush\s(?:.*\s)?(?:sql[-:](?:drop|sync)|updb|updatedb|cim|cex|config[-:](?:import|export|delete)|pmu|pm[-:]uninstall|si|site[-:]install|watchdog[-:]delete|wd-del|entity[-:]delete|rsync)(?=\s|$)/,
    unless: /\s(?:-\w*y|--yes|-n|--no|--simulate)(?=\s|$)/,
  },
  {
    form: /\bdoctrine:(?:migrations:(?:migrate|execute|rollup|version)|fixtures:load|mongodb:schema:drop)(?=\s|$)/,
    unless: /\s(?:-n|--no-interaction|--dry-run|-q|--quiet)(?=\s|$)/,
  },
  { form: /^wp\s(?:.*\s)?(?:db\s+(?:drop|reset|clean)|site\s+(?:delete|empty))(?=\s|$)/, unless: YES },
  { form: /^dotnet\s+ef\s+database\s+drop(?=\s|$)/, unless: /\s(?:-f|--force|--dry-run)(?=\s|$)/ },
  // Windows.
  {
    form: /^(?:Remove-Az\w+|Stop-AzVM|Restart-AzVM|Remove-(?:VM|AD\w+|Partition|VirtualDisk|StoragePool|Mailbox\w*|NetIPAddress|NetRoute|Cluster\w*|DnsServer\w+|DhcpServer\w+|DfsrReplication\w+|Website|WebAppPool)|Clear-(?:Disk|ADFS?\w*)|Format-Volume|Initialize-Cluster\w*|Disable-(?:NetAdapter|PnpDevice)|Uninstall-ADDS\w+)(?=\s|$)/i,
    unless: /\s-(?:Force|Confirm:\$false|WhatIf|AsJob)\b/i,
  },
  {
    form: /^format\s+[a-z]:|^(?:rd|rmdir)\s+(?:\S+\s+)*\/s\b|^wbadmin\s+(?:start|delete)\s|^vssadmin\s+delete\s|^(?:choco|chocolatey)\s+(?:install|upgrade|uninstall)\s/i,
    unless: /\s\/(?:q|y|quiet)\b|\s-(?:quiet|y|yes)\b|\s--(?:yes|confirm|noop)\b|\s-\w*y\b/i,
  },
  { form: /^(?:sam\s+deploy\s.*--guided|amplify\s+(?:push|publish|delete))(?=\s|$)/, unless: YES },
  {
    form: /^gluster\s+(?:volume|snapshot)\s+(?:stop|delete|remove-brick|reset-brick|reset)\s|^gluster\s+peer\s+detach\s/,
    unless: /--mode=script/,
  },
];
