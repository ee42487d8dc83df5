import { wordSet } from './words.ts';

/** Programs whose names are no English words: a line that begins with one is most likely typed. */
export const PROGRAMS = wordSet(`
  7z 7za aria2c bgpq4 cpio delv dsconf duply emacs findmnt gcc hwclock ipsec jinfo kdig lz4 mount.cifs mysqlrouter numactl pd-ctl
  sngrep sstableloader tikv-ctl unrar unxz whisper-info xz zabbix_sender
  ab ansible ansible-galaxy ansible-inventory ansible-playbook ansible-vault apk apt apt-cache apt-get argocd awk aws aws-vault awscurl
  az azcopy base64 bash bazel berks bosh brew btrfs buildah bundle bunzip2 bzip2 caddy calicoctl cargo cd ceph ceph-volume certbot
  cf chattr chef-client chef-shell chgrp chkconfig chmod chown chrony chronyc chroot cilium circleci clickhouse-client cmctl cmake
  conda consul cosign cp cqlsh crictl crontab ctr curl cypher-shell daml db2 dd deno df dig direnv dmesg dmidecode dnf
  docker docker-compose docker-machine doctl dpkg dropdb createdb du echo eksctl etcdctl etcdutl ethtool exa fab fdisk fga flux
  flyctl fluxctl fsck gcloud gdb gem gh git git-crypt gitlab-backup gitlab-ctl gitlab-patronictl gitlab-psql gitlab-rails
  gitlab-rake gitlab-runner glab gluster gpg gpg2 gpg-agent gpg-connect-agent gpgconf gradle grep egrep fgrep zgrep zcat grpcurl gsutil gunzip gzip haproxy hdfs helm
  helmfile heroku hostnamectl htop http httpie hubble iftop ifconfig influx initctl iostat iotop iotedge ip ip6tables ipmitool iptables
  istioctl java javac jcmd jmap journalctl jps jq jstack jstat k3d k3s k6 k9s kadmin kafka-topics kafka-topics.sh
  kafka-consumer-groups kafka-consumer-groups.sh kcat kind kinit knife krew kubeadm kubectl kubectx kubens kubeseal
  kustomize launchctl ldapsearch linkerd ln logrotate losetup ls lsblk lsmod lsof ltrace lvcreate lvdisplay lvextend lvs
  mc mdadm minikube mkdir mkfs mkfs.ext4 mongo mongodump mongoexport mongoimport mongorestore mongosh mtr mv mvn mysql mysqladmin
  mysqlcheck mysqldump nc ncat netcat netplan netstat nerdctl nft nginx ngrok nmap nmcli node nodetool nohup nomad npm npx nslookup
  ntpdate ntpq nvidia-smi nvm oc ocm odo op openssl opensearch-cli ovs-appctl ovs-ofctl ovs-vsctl ovn-nbctl ovn-sbctl packer parted passwd
  patronictl perf perl pg_basebackup pg_controldata pg_ctl pg_ctlcluster pg_dump pg_dumpall pg_isready pg_lsclusters
  pg_repack pg_restore pg_resetwal pg_rewind pg_upgrade pg_waldump pgbackrest pgbench pgrep php php-fpm pidstat ping6 pip pip3 pipenv
  pkill pm2 pnpm podman poetry popd prlimit promtool ps psql pulumi pushd pvs pwd pytest python python2 python3 rabbitmqadmin
  rabbitmqctl rabbitmq-diagnostics rados rails rake rbd rbenv rclone rdbtool redis-benchmark redis-cli resize2fs resolvectl restic rg rm rmdir rosa
  rpm rpm-ostree rsync ruby runme rustup rndc sar scp sed semanage service-cli setenforce sestatus setfacl sftp sh sha1sum sha256sum
  md5sum shasum smartctl sops sqlite3 ss ssh ssh-add ssh-copy-id ssh-keygen ssh-keyscan sshpass sshuttle stern strace su subctl sudo
  supervisorctl sv swapoff swapon sysctl systemctl systemd-analyze tailscale tar taskset tcpdump tee telnet tera-cli terraform terragrunt
  tf tkn tmux tofu traceroute trivy tshark ufw umount uname unzip update-ca-certificates uptime usermod useradd uv uvx vault
  velero vgs vi vim nano vegeta virsh virtctl virtualenv vmstat wal-g wal-e wget whoami wrk wrangler xargs xfs_growfs xfs_repair yarn yq
  yum zfs zip zkCli.sh zpool zsh zypper systemd-resolve pgcli mycli litecli psql15 celery gunicorn uvicorn flask django-admin hey oha
  siege locust artillery jmeter newman rspec amtool mimirtool logcli tempo-cli tkgctl tanzu omc must-gather toolbox rke2 talosctl k0s
  glabel camcontrol gpart geom zdb sysrc jls jexec dcgmi lastlog faillog nethogs ipconfig netsh tracert gpupdate chkdsk schtasks wmic robocopy rkhunter chkrootkit mpstat supabase
  export unset source alias ulimit umask eval exec pstree renice ionice nsenter unshare fuser blkid mountpoint locale-gen timedatectl
  loginctl getent setsid stty tput envsubst printenv printf sha512sum gsed gawk mkfifo mktemp truncate shred partprobe lvresize
  vgextend pvcreate vgcreate lspci lsusb lscpu nproc modprobe rmmod insmod depmod dracut grub2-mkconfig update-grub
  firewall-cmd conntrack arp arping brctl bridge tc iperf iperf3 whois hping3 dog drill ldd objdump nm readelf hexdump xxd od
  growpart xfs_admin tune2fs e2fsck hdparm nvme multipath iscsiadm sgdisk gdisk timesync airflow dbt kafkactl rpk nats pulsar-admin
  clickhouse influxd telegraf filebeat metricbeat logstash grafana-cli thanos cortextool sls serverless cdk sam firebase vercel netlify
  railway pscale turso kops kubetail popeye pluto sonobuoy tctl tsh teleport doppler chamber bw gopass hcloud linode-cli
  scw ibmcloud oci bq cbt snowsql pg_recvlogical pg_receivewal pt-query-digest pt-online-schema-change pt-kill gh-ost mydumper myloader
  mysqlbinlog xtrabackup mariabackup mariadb mariadb-dump innobackupex orchestrator-client redis-sentinel valkey-cli keydb-cli varnishadm
  varnishlog varnishstat exim postqueue postsuper mailq doveadm jboss-cli.sh catalina.sh keytool ntpstat ntpd rabbitmq-plugins sidekiqctl
  pumactl passenger-status passenger-config monit rc-service rc-update s6-svc invoke-rc.d update-rc.d pct qm pvesh pvecm pvesm sg_format sfdisk
  scontrol scancel sinfo squeue esxcli
  govc racadm ssacli megacli storcli perccli lldpctl birdc vtysh tcptraceroute fping nping sysbench fio stress-ng ausearch auditctl
  fail2ban-client restorecon chcon getsebool setsebool aa-status pacman cloud-init dpkg-query needs-restarting ipvsadm ipset pcs crm
  crm_mon corosync-cfgtool drbdadm wp drush composer symfony dotnet sbt lein atop btop nmon dstat slabtop ncdu xmllint mysqlshow
  zookeeper-shell.sh kafka-console-consumer.sh kafka-configs.sh kafka-reassign-partitions.sh kafka-acls.sh kafka-log-dirs.sh
  kafka-leader-election.sh kafka-run-class.sh kafka-console-producer.sh kafka-metadata-quorum.sh elasticdump curator repmgr stolonctl
  barman pg_autoctl pgloader hbase zkServer.sh nomad-pack waypoint boundary copilot eb docker-credential-ecr-login podman-compose
  nixos-rebuild home-manager mas jenkins-cli fastly akamai flarectl cloudflared certutil cfssl step acme.sh lego rhsm subscription-manager
  mongostat mongotop mongos mongod redis-server pgbouncer haproxyctl kubectl-argo-rollouts kubectl-cnpg calico cilium-dbg weave lxc lxd
  pihole
  sbatch srun salloc sacct sacctmgr sreport sdiag sprio munge unmunge remunge munged
  borg borgmatic duplicity duplicacy kopia tarsnap rsnapshot yunohost mbstream pigz zstd
  w32tm taskkill tasklist dism sfc nltest dcdiag repadmin iisreset icacls wevtutil bcdedit diskpart gpresult certreq netdom sc
  pvscan pvresize pvremove pvdisplay pvmove vgscan vgdisplay vgreduce vgremove vgchange vgrename lvscan lvremove lvreduce lvrename lvconvert
  lvchange mke2fs e2label dumpe2fs debugfs xfs_info xfs_quota mkswap wipefs badblocks kpartx multipathd
  sqlplus rman lsnrctl dgmgrl asmcmd adrci srvctl crsctl expdp impdp tnsping sqlcmd kadmin.local kdb5_util
  postconf postfix postmap swaks nsupdate ldapmodify ldapadd ldapdelete ldapwhoami slapcat slapadd lftp
  getfacl setcap getcap chage visudo groupadd gpasswd svn hg docker-credential-helper skopeo buildkitd ctop dive lazydocker
  openstack juju vagrant kamal dokku salt-call salt-key salt-run skaffold credhub uaac osism kolla-ansible kolla-genpwd
  openstack-ansible microk8s k3sup linstor saml2aws awx pks tkgi vcluster kubent hubploy paasta bbr ovhai corosync-quorumtool
  crm_resource k3s-uninstall.sh k3s-agent-uninstall.sh k3s-killall.sh rke2-uninstall.sh rke2-killall.sh mysql_secure_installation
  mysql_upgrade mysql_install_db mysqlimport mysqlpump galera_new_cluster galera_recovery mysqlsh mysqld_safe pg_dropcluster
  pg_createcluster pg_upgradecluster pg_renamecluster pg_archivecleanup pg_verifybackup pg_checksums createuser dropuser vacuumdb
  reindexdb clusterdb initdb postgresql-setup hadoop mapred beeline spark-shell spark-submit pyspark spark-sql start-dfs.sh stop-dfs.sh
  start-yarn.sh stop-yarn.sh start-all.sh stop-all.sh start-hbase.sh stop-hbase.sh hbase-daemon.sh hadoop-daemon.sh condor_q
  condor_status condor_submit condor_rm condor_hold condor_release condor_drain condor_reconfig condor_restart condor_on condor_off
  qconf qhost qstat qsub qdel qmgr qhold qrls pbsnodes bsub bjobs bkill bhosts badmin mmgetstate mmlsfs mmstartup mmshutdown mmmount
  mmumount mmlscluster mmlsdisk mmlsnsd beegfs-ctl beegfs-df beegfs-check-servers lctl wwsh wwctl asmca dbca netca ggsci emctl opatch
  datapatch olsnodes ocrcheck ocrconfig cluvfy rabbitmq-queues rabbitmq-upgrade sstableutil kafka-server-start.sh kafka-server-stop.sh
  kafka-storage.sh kafka-broker-api-versions.sh kafka-get-offsets.sh kafka-features.sh zookeeper-server-start.sh
  zookeeper-server-stop.sh kafka-configs kafka-acls kafka-reassign-partitions kafka-console-consumer kafka-console-producer
  kafka-log-dirs kafka-leader-election kafka-storage vtctlclient vtctldclient ysqlsh ycqlsh yb-admin yb-ctl tiup couchbase-cli
  cbbackupmgr pyenv nodenv rvm tfenv tfswitch pipx tox nox bunx lerna mkdocs ffmpeg clamscan freshclam apache2ctl a2ensite a2dissite
  a2enmod a2dismod sudoedit mkpasswd htpasswd pwgen adduser deluser addgroup userdel groupdel chpasswd chsh dpkg-reconfigure apt-mark
  apt-key add-apt-repository update-alternatives unattended-upgrade do-release-upgrade aptitude yum-config-manager update-initramfs
  grub-install grub-mkconfig efibootmgr ipactl ipa-server-install sssctl kdestroy klist ktutil wbinfo smbclient smbpasswd pdbedit
  testparm samba-tool exportfs showmount nfsstat rpcinfo zabbix_get snmpwalk snmpget r10k chef-server-ctl systemd-run systemd-cgls
  systemd-cgtop machinectl localectl coredumpctl networkctl busctl nmtui iwconfig ifup ifdown wg-quick swanctl easyrsa vboxmanage
  VBoxManage qemu-img virt-install gnt-instance gnt-node gnt-cluster hosted-engine engine-backup engine-setup foreman-maintain
  foreman-installer satellite-maintain openshift-install oc-mirror clusterctl kapp ytt imgpkg ecs-cli aws-nuke gimme-aws-creds
  cloud_sql_proxy cloud-sql-proxy s3cmd s5cmd radosgw-admin cephadm ceph-deploy ceph-bluestore-tool ceph-objectstore-tool monmaptool
  crushtool snapper bconsole softwareupdate sw_vers pmset dscl csrutil systemsetup networksetup dscacheutil mdutil spctl xcode-select tmutil diskutil scutil xcrun xcodebuild freebsd-update iocage pfctl svcadm svcs zoneadm zlogin prstat lsvg
  lspv lslpp errpt smitty bitcoin-cli lncli cosmovisor salt-ssh etckeeper kubecolor tsc pg_amcheck iptables-save iptables-restore
  ip6tables-save ebtables nfct arptables setenv choco winget scoop msiexec appcmd sqlpackage bcp osql isql
  xcopy mklink wbadmin cscript wg named-checkzone named-checkconf nsd-control unbound-control pdnsutil knotc cryptsetup storcli64 arcconf pveversion vzdump qmrestore
  incus rspamadm ipfw opkg needrestart fs_cli smbstatus getenforce ibstat tmsh vim-cmd midclt snapraid syncoid zrepl btrbk zmprov
  zmcontrol rcctl disklabel extendvg reducevg lslv chlv mklv rmlv chvg chpv varyonvg varyoffvg chfs lsfs dbstart dbshut vncpasswd
  vncserver Rscript dhctl DISM MSBuild lsb_release ssh-agent
  adb agave-validator alembic aliyun ambari-server antctl arangosh asdf authselect autocannon autossh avalanchego bgpctl bitcoind
  bitsadmin blkdiscard bootc bpftrace bun cardano-cli cardano-node cassandra-stress cdktf check_mk checkov
  clickhouse-keeper-client cmd.exe cmk cockroach colima cometbft datadog-agent db2pd db2start db2stop dbmate dd-agent devspace
  dmsetup dnf5 drizzle-kit dsetool duckdb dvc eas ejabberdctl elasticsearch-certutil elasticsearch-keystore elasticsearch-plugin
  elasticsearch-reset-password elasticsearch-shard elasticsearch-users envkey eslint faas-cli faillock fastboot fastlane flake8
  flatpak flyway fnm frpc fstrim gaiad garbd geth git-lfs gke-gcloud-auth-plugin glooctl gobgp gofmt golangci-lint goreleaser
  gradlew grype guix ha-manager hardhat hatop hdbsql huggingface-cli hypercorn icinga2 impala-shell infisical infracost ipfs
  jconsole jf jfrog jhsdb jj jsonnet junod jupyter k0sctl kafka-preferred-replica-election kafka-run-class kafka-server-start
  kafka-server-stop kafkacat kamcmd kamctl ketall kn kube-bench kube-capacity kubeconform kubelogin kubescape kubeval
  lightning-cli limactl liquibase llama-server lldb lldpcli mamba mariadb-backup memccat memcstat meshctl micromamba mise mkcert
  mlflow mongocli mvnw mypy mysqlfailover mysqlslap neard neo4j-admin neonctl netdatacli newrelic-infra ngrep nix nix-env
  nix-shell nodemon nsq_stat nssm nvcc nvtop nx okteto ollama omd opensearch-plugin oras osmosisd ostree otelcol pam_tally2 pdm
  pdns_control pkgin pm2-runtime powershell pprof pre-commit prisma pstack pt-table-checksum pwsh py-spy pylint qemu-system-x86_64
  rbac-lookup rbspy redis-check-aof redis-check-rdb rke rocm-smi rspamc rsyslogd rustc sc.exe sdkman semantic-release sensuctl
  cabal ghc sentry-cli sequelize setspn snyk socat solana solana-validator solrctl sqitch sqoop squidclient sss_cache steampipe stellar-core
  step-ca stonith_admin syft targetcli tccli td-agent tendermint terrascan tflint tfsec torchrun tracepath transactional-update
  usql uwsgi valgrind varnishd vite vitest vllm vnstat vtctl vultr-cli wandb wrk2 wsl xe xl yugabyted zabbix_agentd zabbix_server
  zerotier-cli zookeeper-shell rehash
`);

/** Programs that are English words too: a line that begins with one is typed when its arguments are a shell's. */
export const ENGLISH_PROGRAMS = wordSet(`
  bridge cat clear net reg column command convert cut date diff dir docker env ent exit expand false file find fold free go head help history hash host
  id install join jobs k kill killall last less let link locate lock login logout look mail make man mount more nice parallel paste
  patch ping pr read reboot reset screen script set service shutdown sleep sort split stat strings sum swap sync
  tail task test time timeout top touch tr trace tree true type uniq usage users wait watch wc which who write yes halt poweroff
  flux consul vault nomad packer salt chef puppet argo just earthly dagger bat fd tig pass age operator rake fly serve
  next open say start stop cp local rpk dapr step return break continue trap if for while until case function
  uptime view php dlv hub air redis-server memcached postgres mongod etcd nginx apachectl httpd mix iex gleam elixir erl rebar3
`);

/** Of these, the ones that do something as they stand and are seldom printed on a line of their own. */
export const WHOLE_ALONE = wordSet('reboot poweroff halt top free mount');

/** Programs that every shell has, or that are part of it: no tool that could be missing. */
export const EVERYWHERE = wordSet(`
  : . [ alias awk bash break cat cd chmod chown command continue cp cut date declare df diff dirname du echo env eval exec
  exit export false find for free function grep head hostname id if kill let ln local ls mkdir mv nohup printf ps pwd read
  readonly return rm sed set sh shift sleep sort source stat sudo tail tar tee test time touch tr trap true type ulimit umask
  uname unalias uniq unset until uptime wait wc which while whoami xargs
`);

/** Words that stand before the program that they start. */
export const WRAPPERS = wordSet('sudo time nohup nice ionice command exec env stdbuf setsid doas chronic');

/** Of the English ones, those that are followed by a name of what they do: in code, `make deploy` is typed. */
export const TAKES_TASK = wordSet(
  'make just task docker service rake dagger earthly flux consul vault nomad packer salt puppet argo mix initctl fab cap mage',
);

/** Those that do something as they stand: "Run `make`". */
export const RUNS_ALONE = wordSet('make yarn bundle rake rehash');

/** Names of jobs and of targets rather than of programs. */
export const NAMES_TASK = wordSet(
  'deploy deploys setup build install cleanup rollback release migrate migration migrations backup restore bootstrap default production staging upgrade update vacuum analyze reindex initialize restart reload refresh reboot shutdown scripts command commands',
);

/** Programs that show something as they stand. */
export const SHOWS_ALONE = wordSet(
  'top htop uptime free df dmesg lsblk mount w reboot poweroff env nvidia-smi timedatectl hostnamectl vmstat iostat mpstat sar iotop lscpu ifconfig netstat sync printenv pwd whoami sinfo squeue condor_q condor_status qstat bjobs bhosts mailq lvs vgs pvs atop btop glances nmon iftop nethogs dstat ifstat lspci lsusb lsmod lsof blkid findmnt pstree getenforce sestatus pg_isready dcdiag',
);

/** Programs whose subcommands that want an object elsewhere are whole: `terraform apply`, `npm install`. */
export const STANDS_ALONE =
  /^(?:systemctl|service|docker-compose|(?:docker|podman|nerdctl) compose|podman-compose|pm2|sv|gitlab-ctl|make|npm|pnpm|yarn|bundle|berks|composer|poetry|cargo|rake|task|just|mage|invoke|fab|cap|mix|gitlab-rake|chef-client|nginx|psql|redis-cli|terraform|tofu|terragrunt|tf|pulumi|cdk|sls|serverless|vagrant|helmfile|skaffold|tilt|nomad system|fly(?:ctl)?|kamal|wrangler|vercel|netlify|firebase|supabase|heroku|amplify|copilot|su(?: -l?)?|cf push|bosh deploy|nodetool (?:drain|repair)|sbt|lein|hugo|railway|eb|gcloud app|helm (?:dependency|dep|repo)|git (?:pull|push|diff|show|stash|log|fetch)|apt(?:-get)? (?:update|upgrade)|brew (?:update|upgrade)|(?:sudo )?(?:apt|apt-get|brew|dnf|yum|apk|snap|zypper|pip3?|pipx|gem|choco|winget) install [\w.@/-]+|supervisorctl|monit|alembic|flask db|zmcontrol|lsnrctl|emctl|microk8s|minikube|mix|wg|killall|pkill|pg_ctl|apache2?ctl|rabbitmqctl|postfix|caddy|pgrep|pidof|which|whereis|dpkg|rpm|ufw (?:allow|deny|limit|reject)|(?:python[\d.]* )?(?:\.\/)?setup\.py|bin\/\S+)(?=\s|$)/;

/** What wants an object even of those: `terraform import`, `systemctl restart`, `fly proxy`. */
export const NAMES_ONLY =
  /^(?:(?:kubectl|oc|helm)(?: (?:-n|--namespace|--context|--kube-?context|--kubeconfig)[ =]\S+)+|(?:aws|gcloud)(?: --(?:profile|region|project)[ =]\S+)+|(?:docker compose|docker-compose)(?: (?:-f|-p)[ =]\S+)+|git -C \S+|(?:chmod|chown|chgrp) \S+|(?:terraform|tofu|terragrunt|tf) (?:import|taint|untaint|force-unlock|state|workspace|state (?:rm|mv|show|replace-provider)|workspace (?:select|new|delete))|(?:pulumi) (?:import|state delete|stack select)|(?:systemctl|service|supervisorctl) (?:start|stop|restart|reload|enable|disable|mask|unmask|kill|edit)|(?:docker-compose|docker compose|podman-compose|docker|podman) (?:exec|run|inspect|rename|commit|save|load|tag|attach)|(?:fly|flyctl) (?:proxy|ssh|secrets|machine|volumes)|(?:dnf|yum) (?:system-upgrade|history|module|install|remove)|(?:npm|pnpm|yarn|poetry|cargo|bundle|go) (?:run|exec|add|remove)|virsh (?:start|destroy|edit|undefine|dumpxml|define|shutdown)|velero (?:backup|restore|schedule)(?: create)?)$/;

/** Programs that do nothing with options alone. */
export const WANTS_ARGUMENT = wordSet(
  'rm rmdir kill pkill killall cp mv chmod chown mkdir curl wget ssh scp rsync tail grep less cat vi vim nano dd touch ln find',
);

/** Last words that want an object: a command that ends with one is named, not told to be typed. */
export const WANTS_OBJECT = wordSet(`
  add apply attach cat checkout chmod chown copy cp create curl delete deploy describe diff docker edit exec find get grep helm inspect
  install kubectl label logs mv oc patch pull push remove rm rollback rollout run scale scp sed set show ssh start stop update upgrade
  uninstall use wget az aws gcloud git terraform npm make python sudo debug rsh adm drain cordon uncordon taint annotate
  krew volume network plugin state workspace s3 ec2 rds iam ecs eks lambda
  port-forward explain expose top psql redis-cli mysql compose restore backup get-credentials repo file from save
`);

/** A program of the tables, and not a team's own. */
export const isKnown = (word: string): boolean =>
  PROGRAMS.has(word) || ENGLISH_PROGRAMS.has(word) || EVERYWHERE.has(word);
