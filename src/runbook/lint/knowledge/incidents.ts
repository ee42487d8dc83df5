import { wordSet } from '../../knowledge/words.ts';

/** `KubePodCrashLooping` */
const IN_ONE_WORD = '[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*';

/** What alerts are called, in a text and alone. */
export const ALERT_WORDS = new RegExp(String.raw`\b${IN_ONE_WORD}\b`, 'g');
export const IS_ALERT_WORD = new RegExp(`^${IN_ONE_WORD}$`);

/** Names of one word with capitals within, which are no alerts'. */
export const PRODUCTS = wordSet(`
  AlertManager AppArmor ArgoCD BigQuery BitBucket ChefSpec CircleCI ClickHouse CloudFlare CloudFormation CloudFront CloudNative
  CloudNativePG CloudSQL CloudWatch CockroachDB CoreDNS CouchDB DataDog DigitalOcean DocumentDB DynamoDB ElastiCache ElasticSearch
  FluentBit FluentD GitHub GitLab GitOps GraphQL InfluxDB JavaScript JetStream KeyCloak KitchenCI KubeVirt LetsEncrypt LogStash
  MariaDB MinIO MongoDB MySQL NewRelic NodeJS OpenAPI OpenID OpenSearch OpenShift OpenSSH OpenSSL OpenStack OpenTelemetry OpenVPN
  PagerDuty PgBouncer PostgreSQL PowerShell RabbitMQ RedHat RocksDB ScyllaDB SendGrid ServiceNow SonarQube StackDriver StatsD
  SysAdmin TimescaleDB TypeScript VictoriaMetrics VirtualBox WireGuard WordPress ZooKeeper ConfigMap CronJob CronJobs DaemonSet
  DaemonSets DevOps LoadBalancer NodeClass NodePool NodePort ReplicaSet ReplicaSets ServiceAccount StatefulSet StatefulSets
`);

/** Words of headings about what has gone wrong. */
export const NAMES_TROUBLE =
  /\b(?:incidents?|alerts?|outage|down|fail\w*|errors?|high|slow|full|exhaust\w*|leak|unavailable|unreachable|crash\w*|expired|lost|losing|loss|stuck|breach|corrupt\w*|spike|disconnect\w*|critical|unhealthy|rollback|restore|recover\w*|restart|isolation|maintenance mode|not (?:responding|working|running|ready)|[45]xx|return(?:s|ing)? (?:an? )?[45]\d\d)\b/i;
