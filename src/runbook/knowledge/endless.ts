import type { Trait } from './trait.ts';

/** The log of a run, which ends with it: `argo logs shop-x7f2 -f`, `kubectl logs -f job/migrate`. */
const OF_RUN = String.raw`^(?:argo|tkn)\s(?:\S+\s+)*logs?(?:\s|$)|^(?:kubectl|oc|k)\s.*\sjobs?(?:\.batch)?\/`;

/** Commands that do not end by themselves. Matched on each program that a command starts. */
export const ENDLESS: readonly Trait[] = [
  { form: /^(?:watch|viddy|hwatch|cmdwatch|gnu-watch)\s/ },
  {
    form: /^(?:\S*\/)?g?tail\s(?:.*\s)?(?:-\d*[a-zA-Z]*[fF][a-z]?\d*|--follow\S*|--retry)(?=\s|$)|^(?:multitail|inotifywait\s+-\w*m|less\s+\+F|kubetail|stern)(?=\s|$)/,
    unless: /--no-follow|--follow=false/,
  },
  {
    form: /^(?:\S+\s.*\b)?(?:logs?|journalctl|dmesg)(?=\s)(?:.*\s)?(?:-[a-zA-Z]*[fF]t?|--follow(?:=true)?)(?=\s|$)|^dmesg\s+-\w*[wW]|^journalctl\s(?:.*\s)?-\w*f\w*(?=\s)/,
    unless: new RegExp(
      String.raw`^git\s|^(?:helm|terraform|serverless|sls)\s|-f\s+\S+\.(?:ya?ml|json)\b(?!.*\s(?:-f|--follow)(?:\s|$))|${OF_RUN}`,
    ),
  },
  {
    form: /^(?:docker|podman|nerdctl|docker-compose|crictl)\s+(?:container\s+|compose\s+)?(?:stats|events|watch)(?=\s|$)/,
    unless: /--no-stream|--until|\s-s\b/,
  },
  {
    form: /^(?:docker|podman|nerdctl)(?:-compose|\s+compose)\s+(?:(?:-f|--file|-p|--project-name|--profile|--env-file)[ =]\S+\s+)*up(?=\s|$)/,
    unless: /\s(?:-\w*d\w*|--detach|--wait|--no-start|--abort-on-\S+|--exit-code-from\S*)(?=[\s=]|$)/,
  },
  {
    form: /^(?:top|htop|atop|btop|bpytop|glances|nmon|iotop|iftop|nethogs|nload|bmon|k9s|ctop|collectl|powertop|slabtop|pg_top|pg_activity|innotop|mytop|lazydocker|nvtop|varnishtop|varnishhist|systemd-cgtop|[\w.]+-tui|mongostat|mongotop|ifstat)(?=\s|$)/,
    unless:
      /\s-\w*(?:b|n\s*\d|1\b)|--batch|--once|--rowcount|\s\d+\s+\d+\s*$|^nmon\s.*\s\d+\s+\d+|^slabtop\s.*-o|^iftop\s.*-s\s*\d|^atop\s.*-r/,
  },
  { form: /^dstat(?=\s|$)/, unless: /\s\d+\s+\d+$|--version/ },
  {
    form: /^(?:vmstat|iostat|mpstat|pidstat|sar)\s(?:.*\s)?(?:[\d.]+)$/,
    unless: /\s[\d.]+\s+\d+$|-s\s+\d|-f\s/,
  },
  {
    form: /^free\s(?:.*\s)?-\w*s|^netstat\s(?:.*\s)?-\w*c|^(?:nvidia-smi\s.*-l|nvidia-smi\s+dmon|ip\s+monitor|udevadm\s+monitor)\b/,
    unless: /\s-c\s*\d/,
  },
  { form: /^(?:ping|ping6|arping|hping3|fping\s+-l)\s/, unless: /\s-\w*[cw]\s*[\d_$]|\s-W?c\d|--count/ },
  { form: /^mtr\s/, unless: /\s-\w*[rc]|--report/ },
  {
    form: /^(?:tcpdump|tshark|ngrep|dumpcap|sngrep|tcpflow|ksniff|kubectl\s+sniff|retina\s+capture)\s/,
    unless: /\s-\w*c\s*\d|\s-r\s|\s-a\s|--duration|-G\s*\d+.*-W|\s-[DLh]\b/,
  },
  {
    form: /^(?:strace|ltrace|dtruss)\s(?:.*\s)?-\w*p\b|^perf\s+(?:top|trace)\b|^perf\s+record\s.*-p\b|^(?:bpftrace|execsnoop|opensnoop|biosnoop|tcplife|tcptop|biotop|filetop|cachetop|funccount|offcputime)\b/,
    unless: /\bsleep\s+\d|\s-c\b.*-p|--timeout|\s--\s/,
  },
  { form: /\bport-forward(?:ing)?(?=\s|$)/, unless: /^(?:grep|pgrep|pkill|ps|echo)\s|--help|--background/ },
  {
    form: /^(?:kubectl|oc|k|flux|argo|kubectl-\S+)\s(?:(?!--\s)\S+\s+)*(?:-w|--watch|--watch-only)(?:=true)?(?=\s|$)/,
  },
  // Anything that is told to follow, and what shows a log: logdump -f shop
  {
    form: /^\S+\s(?:.*\s)?--follow(?=\s|$)/,
    unless: new RegExp(String.raw`^(?:git|find|cp|ls|chown|chmod|wget|rsync)\s|${OF_RUN}`),
  },
  {
    form: /^(?:\S*\/)?(?:(?:show|view|tail|dump|get)-?logs?|logs?(?:dump|tail|cat|view(?:er)?|show)|logcli\s+query)\s(?:.*\s)?-\w*[fF](?=\s|$)/,
  },
  {
    form: /^(?:kubectl|oc|k)\s+(?:-\S+\s+)*proxy\b|^(?:minikube|istioctl|linkerd|dapr)\s(?:.*\s)?(?:tunnel|dashboard|tap)(?=\s|$)|^kubectl\s+(?:dashboard|tap)(?=\s|$)|^(?:kubefwd|telepresence\s+connect|ngrok|localtunnel|lt\s+--port|sshuttle|cloud[_-]sql[_-]proxy|cloudflared\s+tunnel\s+run|chisel\s+(?:server|client)|socat\s+\S*LISTEN|inlets|tsh\s+proxy|aws\s+ssm\s.*PortForwarding)(?=\s|\S|$)/,
    unless: /\s-(?:D|-daemon)\b|--url$/,
  },
  { form: /^(?:auto)?ssh\s(?:.*\s)?-\w*N\w*(?=\s|$)/, unless: /\s-\w*f/ },
  // cf ssh shop -N -L 5432:db:5432, gcloud compute ssh db -- -NL 5432:localhost:5432
  { form: /^(?:cf|gcloud)\s(?:.*\s)?ssh\s(?:.*\s)?-[A-Za-z]*[NL](?=\s)/ },
  // A tunnel is open as long as its shell is: ssh -L 8080:localhost:80 web-1, ssh web-1 -L 8080:localhost:80
  { form: /^ssh\s+[^\s-]\S*\s+(?:-[46ACgKkqTtvXxY]+\s+|-[ilopF]\s+\S+\s+)*-[LR]\s*\S+$/ },
  {
    form: /^ssh\s+(?:-[46ACgKkqTtvXxY]+\s+|-[BbcDEeFIiJLlmopQRSWw]\s*\S+\s+)*-[LRD]\s*\S+\s+(?:-[46ACgKkqTtvXxY]+\s+|-[BbcDEeFIiJLlmopQRSWw]\s*\S+\s+)*[^\s-]\S*$/,
  },
  {
    form: /^(?:fly|flyctl)\s+proxy\s|^heroku\s+(?:local|ps:forward)(?=\s|$)|^gcloud\s.*\sstart-iap-tunnel\s|^az\s.*\sbastion\s+tunnel\s|^pscale\s+connect\s/,
    unless: /\s--help\b/,
  },
  // A server in the foreground.
  {
    form: /^(?:\S*\/)?(?:mongo[ds]|redis-server|redis-sentinel|kafka-server-start(?:\.sh)?|zookeeper-server-start(?:\.sh)?|connect-distributed(?:\.sh)?|mysqld_safe|mysqld|mariadbd|memcached|traefik|postgres(?!\s+--(?:single|boot)))\s+-|^caddy\s+run\b|^(?:\S*\/)?zkServer\.sh\s+start-foreground/,
    unless:
      /\s(?:--fork|-daemon|--daemon(?:ize)?(?:[ =]yes)?|-d|--version|-[vVh?]|--help|--repair|--shutdown|--initialize\S*|--wsrep[-_]recover|--upgrade\S*|--validate-config|--check\S*|-t|--test-memory)(?=\s|$)/,
  },
  {
    form: /^(?:skaffold\s+dev|tilt\s+up|argo\s+watch|airflow\s+(?:webserver|api-server|scheduler|standalone|triggerer|celery\s+worker|dag-processor))(?=\s|$)|^(?:\S*\/)?(?:gradlew?|mvnw?)\s(?:.*\s)?(?:bootRun|spring-boot:run|quarkus:dev|quarkusDev)(?=\s|$)/,
    unless: /\s(?:-D|--daemon|--help)(?=\s|$)/,
  },
  // What publishes a port is a server: docker run -p 8080:80 nginx
  {
    form: /^(?:docker|podman|nerdctl)\s+run\s+(?=(?:.*\s)?(?:-p|--publish)[ =])(?:(?:-[pevwulm]|--(?:publish|env|volume|name|network|net|link|user|env-file|workdir|hostname|restart|platform|memory|cpus|mount|label))\s+[^\s-]\S*\s+|--?(?:rm|init|privileged|read-only|pull|P|publish-all|q|quiet|[a-z][\w-]*=\S+)\s+)*[^\s-]\S*$/,
    unless: /\s(?:-\w*d\w*|--detach(?:=true)?|-\w*i\w*t|-\w*t\w*i|--interactive|--tty)(?=\s)/,
  },
  {
    form: /^zpool\s+(?:iostat|status)\s(?:.*\s)?\d+$|^openvpn\s+(?!--version)(?:-\S+\s+)*\S|^varnish(?:log|ncsa|stat)(?=\s|$)|^pg_receivewal\s|^gpustat\s(?:.*\s)?(?:-i|--interval)\b|^candump\s|^linkerd\s+viz\s+top(?=\s|$)/,
    unless: /\s\d+\s+\d+$|\s-\w*[1dnD](?=\s|$)/,
  },
  {
    form: /^talosctl\s(?:.*\s)?dashboard(?=\s|$)|^yes(?:\s|$)|^sleep\s+inf|^ceph\s+(?:-\S+\s+)*(?:-w|--watch)(?=\s|$)/,
  },
  { form: /^pm2\s+(?:logs?|monit|dash)\b/, unless: /--nostream/ },
  {
    form: /^supervisorctl\s.*\btail\s+-\w*f|^gitlab-ctl\s+tail\b|^(?:heroku|dokku|scalingo|clever|platform|upsun|aptible|cf|fly|flyctl|vercel|wrangler|firebase|az|gcloud|aws|nomad|velero|argocd|flux|serverless|sls|eb|railway|render|supabase|doctl|scw|copilot|sam|oc|bosh)\s(?=(?:.*[\s:-])?(?:logs?|logging|monitor|tail|activity-log)(?=\s|$))(?:.*\s)?(?:--follow(?:=true)?|--tail|--stream|-t|-f|tail)(?=\s|$)/,
    unless:
      /--tail[ =]\d|-t\s+[^\s-]\S*$|--no-follow|^aws\s+logs\s+tail\s(?!.*--follow)|^aws\s(?!.*\slogs\s)|^oc\s.*\s-t\s|^(?:serverless|sls)\s(?!.*\s(?:-t|--tail)(?=\s|$))/,
  },
  { form: /^(?:fly|flyctl|cf)\s+logs\b|^wrangler\s+tail\b/, unless: /--no-tail|-n\b|--recent/ },
  {
    form: /\b(?:redis|valkey|keydb)-cli\b.*(?:\bmonitor\b|\s--(?:stat|latency(?:-history|-dist)?)(?=\s|$)|\bp?subscribe\b)/i,
  },
  {
    form: /^(?:\S*\/)?kafka-console-consumer(?:\.sh)?\s|^(?:kcat|kafkacat)\s(?:.*\s)?-C\b|^(?:mosquitto_sub|nats\s+sub|nsq_tail|rabbitmqadmin\s+trace)\b|^etcdctl\s.*\bwatch\b|^consul\s+(?:monitor|watch|event\s+-watch)\b|^nomad\s+monitor\b|^(?:cilium|cilium-dbg|vault|bao)\s+monitor\b|^hubble\s+observe\s.*(?:-f|--follow)\b|^mysqladmin\s.*(?:-i|--sleep)\b/,
    unless: /--max-messages|--timeout-ms|\s-e\b|\s-c\s*\d|\s-o\s+\S+\s+-c/,
  },
  {
    form: /^(?:npm|pnpm|yarn|bun|deno)\s+(?:run\s+|task\s+)?(?:start|dev|serve|watch|preview)(?=\s|$|:)|^(?:npx\s+)?(?:nodemon|vite|webpack\s+serve|next\s+(?:dev|start)|serve|http-server|live-server|ts-node-dev)(?=\s|$)/,
    unless: /--help/,
  },
  {
    form: /^(?:\S*\/)?(?:flask\s+run|rails\s+(?:s|server)|uvicorn|gunicorn|hypercorn|daphne|waitress-serve|puma|unicorn|sidekiq|hugo\s+server|jekyll\s+serve|mkdocs\s+serve|(?:ollama|vllm|ng|datasette|bentoml)\s+serve|streamlit\s+run|jupyter\s+(?:notebook|lab)|celery\s.*\b(?:worker|beat|flower|events)|prometheus|alertmanager|grafana[-\s]server|(?:loki|promtail|tempo|mimir)\s+-\S+|vault\s+server|consul\s+agent|nomad\s+agent|minio\s+server|etcd2?)(?=\s|$)/,
    unless:
      /(?:-D|--daemon|-d|--detach|--version|--help|\bcall\b|\binspect\b|\bcontrol\b|--check-config)(?=\s|$)/,
  },
  {
    form: /\bmanage(?:\.py)?\s+(?:runserver|process_tasks|rqworker|qcluster)\b|^railway\s+logs$|^node\s+(?:-\S+\s+)*(?:\S*\/)?(?:server|app|index|main)\.[cm]?js$|^(?:python[\d.]*\s+-m\s+(?:http\.server|SimpleHTTPServer))\b|^php\s+(?:\S*\/)?artisan\s+(?:serve|pail|queue:(?:work|listen)|horizon|schedule:work|octane:start)(?=\s|$)|^php\s+-S\b|^(?:bundle\s+exec\s+)?(?:rails\s+(?:s|server)|sidekiq|puma|foreman\s+start|rake\s+jobs:work)(?=\s|$)|^(?:mix\s+phx\.server|cargo\s+(?:watch|run)|air|go\s+run|dotnet\s+(?:run|watch))(?=\s|$)/,
    unless: /--once|--stop-when-empty|--help|\s(?:-d|-D|--daemon)(?=\s|$)|^(?:cargo|go|dotnet)\s+run\b/,
  },
  // A worker of a queue.
  {
    form: /^(?:\S*\/)?(?:rq\s+worker(?:-pool)?|rqworker|dramatiq|huey_consumer(?:\.py)?|arq)\s/,
    unless: /\s(?:-b|--burst|--check|--version|-h|--help)(?=\s|$)/,
  },
  { form: /^(?:nc|ncat|netcat)\s(?:.*\s)?-\w*l|^iperf3?\s(?:.*\s)?-\w*s/, unless: /\s-1\b|<|-w\s*\d/ },
  { form: /^(?:stress|stress-ng|locust)\s/, unless: /\s(?:-t|--timeout|--run-time)[ =]?\S|--headless.*-t/ },
  {
    form: /^mc\s+(?:admin\s+(?:trace|console|logs)|watch|support\s+top)\s|^squeue\s(?:.*\s)?(?:-i\s*\d|--iterate)|^ceph\s(?:.*\s)?-W\s|^conntrack\s(?:.*\s)?(?:-E|--event)|^(?:dbus-monitor|rtmon|idevicesyslog|fs_usage)(?=\s|$)|^juju\s+(?:debug-log|status\s.*--watch)(?=\s|$)|^salt-run\s+state\.event\b|^adb\s+(?:-\S+\s+(?:[^\s-]\S*\s+)?)*logcat(?=\s|$)|^log\s+stream(?=\s|$)|^logcli\s.*\s--tail(?=\s|$)/,
    unless: /--no-tail|--limit|\s-[cd](?=\s|$)|\s-t\s*\d/,
  },
  // PowerShell and Windows: Get-Content app.log -Wait
  {
    form: /^(?:Get-Content|gc|cat|type)\s(?:.*\s)?-Wait(?=\s|$)|^Test-Connection\s.*\s-(?:Continuous|Repeat)\b|^typeperf\s/i,
    unless: /\s-sc\s/i,
  },
  // What serves or rebuilds while one works.
  {
    form: /^(?:npx\s+)?(?:ng\s+serve|ionic\s+serve|expo\s+start|storybook\s+dev|(?:vercel|netlify|wrangler|shopify\s+theme|turbo|remix|astro|convex)\s+dev|firebase\s+emulators:start|sam\s+local\s+start-\S+|stripe\s+listen|vagrant\s+rsync-auto|localstack\s+start)(?=\s|$)|^(?:\S*\/)?bin\/dev$/,
    unless: /\s(?:-d|--detached|--help)(?=\s|$)/,
  },
  // scripts/heal.py --loop-interval 30
  {
    form: /^\S*(?:\/|\.(?:py|sh|rb|pl)\s)(?:.*\s)?--(?:loop(?:-\w+)?|forever)(?=[\s=]|$)/,
    unless: /\s--(?:once|help|loop-count)(?=[\s=]|$)/,
  },
  // It reads all blocks again, and goes on: shopnode --resync-blockchain
  {
    form: /^(?:\S*\/)?[\w.-]+\s(?:.*\s)?--(?:replay|resync|reindex)-(?:blockchain|chain)(?=[\s=]|$)/,
    unless: /\s(?:-daemon|--daemon|-d|--help)(?=\s|$)/,
  },
  // The node of a chain, in the foreground: geth --syncmode snap, shopd start --home /srv/shop
  {
    form: /^(?:\S*\/)?(?:op-)?(?:geth|op-node|bitcoind|monerod|lnd|besu|erigon|nethermind|teku|avalanchego|polkadot|(?:solana|agave)-validator|reth\s+node|lighthouse\s+(?:bn|vc|beacon_node|validator_client)|cardano-node\s+run)(?=\s+[-[_]|$)|^cosmovisor\s+run\s+start(?=\s|$)|^[a-z][\w-]*d\s+start\s+--/,
    unless:
      /\s(?:-daemon|--?version|--help|-h|attach|init|removedb|db|snapshot|account|exit|monitor|wallet)(?=[\s=]|$)/,
  },
];

/** Programs, and statements typed into a client, that go on printing until they are broken off. */
export const ENDLESS_TEXT =
  /^\s*(?:monitor|p?subscribe\s+\S.*)\s*$|\\watch\b|\b(?:while|until)\s+(?:true|false|:|\[\s*1\s*\]|\[\[?\s+true\s+\]\]?|sleep\s+\S+)\s*(?:;|\n|do\b)(?![\s\S]*\bbreak\b)|^nginx\s[^|;&\n]*daemon\s+off|\bfor\s*\(\(?\s*;\s*;\s*\)|\bwhile\s*\(\s*(?:\$true|true|1)\s*\)(?![\s\S]*\bbreak\b)|\bsetInterval\s*\(/i;
