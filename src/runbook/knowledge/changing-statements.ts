/** Programs that take SQL, in quotes or from a file. */
export const SQL_CLIENT =
  /^(?:psql|mysql|mariadb|sqlite3|clickhouse-client|cockroach\s+sql|sqlcmd|usql|cqlsh|vsql|snowsql|bq\s+query|trino|proxysql)(?=\s|$)/;

/** Statements that change what a database holds, or how it works. */
export const SQL_CHANGES =
  /(?:^\s*|[;"']\s*|\n[ \t]*|\bexplain\s+(?:\([^()]{0,200}\)\s*|analyze\s+|verbose\s+)+|\)\s*(?=(?:update|delete|insert)\b))(?:update\s+\S+\s+(?:\w+\s+){0,2}set\b|insert\b|delete\s+from|alter\b|create\b|drop\b|truncate\b|grant\b|revoke\b|vacuum\b|reindex\b|analyze\b|cluster\b|refresh\b|set\s+(?:@@)?(?:global|persist)\b|reset\s+(?:master|slave|replica|binary)|(?:start|stop|change|reset)\s+(?:slave|replica\w*|master|group_replication)|flush\b|kill\b|optimi[sz]e\b|repair\b|lock\s+tables?|load\s+(?:data|mysql|proxysql|\w+\s+(?:to|from))|save\s+\w+\s+(?:\w+\s+)?to\b|copy\s+\S+\s+from\b|call\b|do\s+\$|replace\s+into|merge\s+into|checkpoint\b|purge\b|rename\b|reassign\b|shutdown\b|\\i\b)|\b(?:pg_(?:terminate_backend|cancel_backend|reload_conf|switch_wal|promote|rotate_logfile|wal_replay_\w+|drop_\w+|create_\w+|advisory_\w+|stat_reset\w*)|set_config|setval|nextval|lo_import|dblink_exec|mark_\w+|retry_\w+)\s*\(|\binto\s+outfile\b|\bfor\s+update\b/i;

/** A row of one's own may well be a trial: does it take writes? */
export const SQL_TRIES = /^\s*insert\s+into\s[^;]*\bvalues\s*\(/i;

/** What a statement that only looks begins with. */
export const SQL_LOOKS =
  /^\s*(?:(?:select|show|explain|with|describe|desc|table|values|use|help|status|set\s+(?:role|search_path|session|local|\w+_timeout|time\s?zone|names|transaction)|begin|rollback|exit|quit|go)\b|\\(?!i\b|!|copy)\S)/i;

/** Redis' orders, without their arguments. */
export const REDIS_CHANGES =
  /^(?:config\s+(?:set|resetstat|rewrite)|set\w*|getset|getdel|mset\w*|append|incr\w*|decr\w*|del|unlink|p?expire\w*|persist|rename\w*|move|copy|restore|flush\w+|swapdb|h(?:set\w*|del|incr\w*|mset)|[lr]push\w*|[lr]pop\w*|blpop|brpop|lset|lrem|ltrim|linsert|lmove|rpoplpush|s(?:add|rem|pop|move)|z(?:add|rem\w*|pop\w*|incrby)|x(?:add|del|trim|ack|claim|autoclaim|group)|pfadd|publish|eval\w*|fcall|script\s+(?:flush|kill)|client\s+(?:kill|pause|unpause|no-evict)|slowlog\s+reset|latency\s+reset|memory\s+purge|failover|replicaof|slaveof|cluster\s+(?:failover|forget|meet|reset|addslots\w*|delslots\w*|setslot|replicate|flushslots|bumpepoch)|sentinel\s+(?:failover|reset|remove|monitor|set)|acl\s+(?:setuser|deluser|load|save)|bgsave|save|bgrewriteaof|debug\s+(?!object)|shutdown|function\s+(?:load|delete|flush))(?=\s|$)/i;
/** Those that may as well be a trial. */
export const REDIS_TRIES = /^(?:set|setex|psetex|hset|[lr]push|sadd|zadd|xadd|publish)(?=\s|$)/i;
export const REDIS_LOOKS =
  /^(?:ping|info|get|mget|exists|keys|scan|[hsz]scan|p?ttl|type|strlen|dbsize|llen|lrange|lindex|lpos|h(?:get|mget|getall|len|keys|vals|exists)|smembers|scard|sismember|z(?:card|range\w*|score|rank|count)|x(?:len|range|info|pending|revrange)|config\s+get|client\s+(?:list|info|id|getname)|slowlog\s+(?:get|len)|memory\s+(?:usage|stats|doctor)|latency\s+(?:latest|doctor|history|graph)|cluster\s+(?:info|nodes|slots|shards|keyslot|countkeysinslot|myid)|sentinel\s+(?:masters?|slaves|replicas|get-master-addr-by-name|ckquorum|sentinels|pending\S*)|role|time|lastsave|object|command|debug\s+object|acl\s+(?:list|whoami|cat|getuser|log)|echo|randomkey|getrange|bitcount|pfcount|select|auth|pubsub|module\s+list|exit|quit|hello|touch)(?=\s|$)|^\s*$/i;

/** Options of redis-cli, with what some of them take. */
export const REDIS_OPTIONS =
  /^redis-cli(?:\s+(?:-(?:[hpanustir]|-(?:user|pass|cacert|cert|key|sni))\s+[^\s-]\S*|-\S+))*\s*/;
export const REDIS_LOOKS_BY_OPTION =
  /^redis-cli\s(?:.*\s)?(?:--(?:scan|stat|bigkeys|memkeys|hotkeys|latency\S*|version|help|intrinsic-latency)|--cluster\s+(?:info|check))(?=\s|$)/;

/** What mongosh is told. */
export const MONGO_CLIENT = /^mongo(?:sh)?(?=\s|$)/;
export const MONGO_CHANGES =
  /\brs\.(?:stepDown|initiate|add|addArb|remove|reconfig|freeze|syncFrom)\b|\bsh\.(?:start|stop|enable|disable|add|remove|move|split|shard|set)\w*|\.(?:insert|update|delete|replace|remove|drop|create|rename|bulkWrite|findOneAnd|findAndModify|kill|shutdown|fsync|compact|grant|revoke|reIndex|set|clear|repair)\w*\(|\b(?:setParameter|replSetStepDown|replSetFreeze|shutdown|killOp|compact|fsync|setFeatureCompatibilityVersion)\s*:|\$out\b|\$merge\b/;
export const MONGO_LOOKS =
  /^\s*(?:(?:var\s+\w+\s*=\s*|print(?:json)?\(|JSON\.stringify\(|use\s+\w+|show\s+\w+|exit|quit\(?|it\b|rs\.(?:status|conf|hello|isMaster|print\w+|secondaryOk|slaveOk)|sh\.(?:status|isBalancerRunning|getBalancerState)|db(?:\.getSiblingDB\([^)]*\)|\.getMongo\(\))?\.(?:serverStatus|stats|currentOp|runCommand|adminCommand|hello|isMaster|version|hostInfo|get\w+|print\w+|serverBuildInfo|[\w]+\.(?:find|findOne|count\w*|estimatedDocumentCount|stats|getIndexes|aggregate|distinct|explain|dataSize|totalSize|storageSize|latencyStats|validate)|aggregate))\b.*)$/s;

/** Orders of a console of some language. */
export const CODE_CHANGES =
  /\.(?:update\w*|save|delete\w*|destroy\w*|create\w*|insert\w*|perform\w*|retry\w*|clear\w*|enqueue\w*|reset\w*|execute|restart\w*|kill|remove\w*|add|set\w*|write|flush\w*|requeue\w*|run)!?\(?/;
export const CODE_LOOKS =
  /^\s*(?:import|from|require)\b|^\s*(?:puts|p|pp|print)\b|\.(?:find\w*|where|count|first|last|all|exists\??|pluck|inspect|size|length|get|joins|order|limit|status|info|list\w*|each|map)\b|^\w+\s*=\s*[\w'"]+$/;
