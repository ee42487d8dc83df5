import { oneOf } from './words.ts';

/** What a database does, and nothing else that programs call `db`: no `commit`, `Query` or `collection`. */
const DATABASE = oneOf(`
  adminCommand aggregate auth changeUserPassword cloneDatabase copyDatabase createCollection createRole createUser createView currentOp
  disableFreeMonitoring dropAllRoles dropAllUsers dropDatabase dropRole dropUser enableFreeMonitoring fsyncLock fsyncUnlock getCollection
  getCollectionInfos getCollectionNames getLastError getLogComponents getMongo getName getProfilingLevel getProfilingStatus getReplicationInfo
  getRole getRoles getSiblingDB getSisterDB getUser getUsers grantPrivilegesToRole grantRolesToRole grantRolesToUser hello help hostInfo isMaster
  killOp listCommands logout printCollectionStats printReplicationInfo printSecondaryReplicationInfo printShardingStatus
  printSlaveReplicationInfo repairDatabase revokePrivilegesFromRole revokeRolesFromRole revokeRolesFromUser rotateCertificates runCommand
  serverBuildInfo serverCmdLineOpts serverStatus setLogLevel setProfilingLevel setSecondaryOk shutdownServer stats updateRole updateUser
  upgradeCheck version watch
`);

const COLLECTION = oneOf(`
  aggregate analyzeShardKey bulkWrite checkMetadataConsistency compactStructuredEncryptionData convertToCapped copyTo count countDocuments
  createIndex createIndexes createSearchIndex dataSize deleteMany deleteOne distinct drop dropIndex dropIndexes dropSearchIndex ensureIndex
  estimatedDocumentCount explain find findAndModify findOne findOneAndDelete findOneAndReplace findOneAndUpdate getIndexes getIndexKeys getPlanCache
  getSearchIndexes getShardDistribution getShardVersion hideIndex insert insertMany insertOne isCapped latencyStats mapReduce reIndex remove
  renameCollection replaceOne save stats storageSize totalIndexSize totalSize unhideIndex update updateMany updateOne updateSearchIndex
  validate watch
`);

const REPLICA_SET = oneOf(`
  add addArb conf config debug freeze help hello initiate isMaster printReplicationInfo printSecondaryReplicationInfo printSlaveReplicationInfo
  reconfig reconfigForPSASet remove secondaryOk slaveOk status stepDown syncFrom
`);

const SHARDING = oneOf(`
  abortReshardCollection addShard addShardTag addShardToZone addTagRange balancerCollectionStatus balancerStart balancerStop
  checkMetadataConsistency commitReshardCollection disableAutoMerger disableAutoSplit disableBalancing disableMigrations enableAutoMerger
  enableAutoSplit enableBalancing enableMigrations enableSharding getBalancerState getShardedDataDistribution help isBalancerRunning
  isConfigShardEnabled listShards moveChunk moveCollection moveRange removeRangeFromZone removeShardFromZone removeShardTag removeTagRange
  reshardCollection setBalancerState shardAndDistributeCollection shardCollection splitAt splitFind startAutoMerger startBalancer status
  stopAutoMerger stopBalancer unshardCollection updateZoneKeyRange verbose waitForBalancer waitForBalancerOff waitForPingChange
`);

const CALL = String.raw`(?:db\.(?:(?:${DATABASE})|(?:(?:[\w$]+|<\w[\w -]*>)\.)+(?:${COLLECTION}))|rs\.(?:${REPLICA_SET})|sh\.(?:${SHARDING}))\(`;

/** A statement that only mongosh takes: not `rs.next()`, `db.session.commit()` or `db.Query(…)`, which are a program's. */
export const MONGOSH_STATEMENT = new RegExp(
  String.raw`^\s*(?:${CALL}|use\s+\w+$|show\s+(?:dbs|collections)$)`,
);

/** A line of a block that calls one of its methods. */
export const MONGOSH_CALL = new RegExp(String.raw`^[ \t]*${CALL}[^\n]*`, 'm');

/** A line that a program has and no shell of MongoDB: the calls beside it are the program's, though they are named alike. */
export const PROGRAM_CODE = new RegExp(
  [
    String.raw`[ \t]*(?:import\s+[\w.*"'{(]|from\s+[\w.]+\s+import\s|package\s+[\w.]+;?\s*$|using\s+[\w.]+;|#include\b|require(?:_once)?\s+["']|export\s+(?:default|const|async|function|class)\b)`,
    String.raw`[ \t]*(?:func\s+[\w(]|(?:async\s+)?def\s+\w|class\s+\w|(?:public|private|protected)\s+\w|defer\s|go\s+func\b|fn\s+\w)`,
    String.raw`[\w\t ,]+:=`,
    String.raw`[ \t]*(?:(?:try|else|finally)\s*:\s*$|(?:if|elif|for|while|with|except)\b[^\n{]*:$|if\s+[\w.]*[eE]rr(?:or)?\s*!=)`,
    // `ResultSet rs = …`, `const db = new Pool()`, but `db = db.getSiblingDB('shop')` is mongosh's own
    String.raw`[ \t]*(?:[\w<>[\].]+[ \t]+)?(?:rs\s*=[^=]|db\s*=\s*(?!db\b|connect\(|new\s+Mongo\b|[=\s]))`,
    String.raw`[ \t]*[A-Z]\w*(?:<[^>\n]*>)?[ \t]+\w+\s*=[^=]`,
    String.raw`(?![ \t]*(?:\/\/|#|\*))[^\n]*(?:\bawait\s|\brequire\(["']|\b(?:self|fmt|System\.out)\.\w)`,
  ]
    .map((form) => `^(?:${form})`)
    .join('|'),
  'm',
);
