/** Names of one word with capitals within, which are no alerts'. */
export const PRODUCTS: ReadonlySet<string> = new Set(
  (
    'AlertManager AppArmor ArgoCD BigQuery BitBucket ChefSpec CircleCI ClickHouse CloudFlare CloudFormation CloudFront CloudNative CloudNativePG CloudSQL ' +
    'CloudWatch CockroachDB CoreDNS CouchDB DataDog DigitalOcean DocumentDB DynamoDB ElastiCache ElasticSearch FluentBit FluentD ' +
    'GitHub GitLab GitOps GraphQL InfluxDB JavaScript JetStream KeyCloak KitchenCI KubeVirt LetsEncrypt LogStash MariaDB MinIO MongoDB MySQL ' +
    'NewRelic NodeJS OpenAPI OpenID OpenSearch OpenShift OpenSSH OpenSSL OpenStack OpenTelemetry OpenVPN PagerDuty PgBouncer ' +
    'PostgreSQL PowerShell RabbitMQ RedHat RocksDB ScyllaDB SendGrid ServiceNow SonarQube StackDriver StatsD SysAdmin TimescaleDB TypeScript ' +
    'VictoriaMetrics VirtualBox WireGuard WordPress ZooKeeper ' +
    'ConfigMap CronJob CronJobs DaemonSet DaemonSets DevOps LoadBalancer NodeClass NodePool NodePort ReplicaSet ReplicaSets ServiceAccount ' +
    'StatefulSet StatefulSets'
  ).split(' '),
);
