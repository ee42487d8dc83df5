/** Columns that people look for in PostgreSQL's own views, and that are not there. */
export const MISSING_COLUMNS: readonly {
  readonly relation: string;
  readonly column: string;
  /** First version without it; absent: there never was one. */
  readonly since?: number;
  readonly instead: string;
}[] = [
  { relation: 'pg_stat_statements', column: 'total_time', since: 13, instead: 'total_exec_time' },
  { relation: 'pg_stat_statements', column: 'mean_time', since: 13, instead: 'mean_exec_time' },
  { relation: 'pg_stat_statements', column: 'min_time', since: 13, instead: 'min_exec_time' },
  { relation: 'pg_stat_statements', column: 'max_time', since: 13, instead: 'max_exec_time' },
  { relation: 'pg_stat_statements', column: 'stddev_time', since: 13, instead: 'stddev_exec_time' },
  { relation: 'pg_stat_statements', column: 'blk_read_time', since: 17, instead: 'shared_blk_read_time' },
  { relation: 'pg_stat_statements', column: 'blk_write_time', since: 17, instead: 'shared_blk_write_time' },
  ...['pg_stat_user_tables', 'pg_stat_all_tables', 'pg_statio_user_tables', 'pg_stat_user_indexes'].map(
    (relation) => ({
      relation,
      column: 'tablename',
      instead: 'relname',
    }),
  ),
  { relation: 'pg_stat_user_indexes', column: 'indexname', instead: 'indexrelname' },
  { relation: 'pg_tables', column: 'relname', instead: 'tablename' },
  { relation: 'pg_stat_activity', column: 'procpid', since: 9.2, instead: 'pid' },
  { relation: 'pg_stat_activity', column: 'current_query', since: 9.2, instead: 'query' },
  { relation: 'pg_stat_activity', column: 'waiting', since: 9.6, instead: 'wait_event' },
  { relation: 'pg_stat_activity', column: 'duration', instead: 'now() - query_start' },
  { relation: 'pg_stat_replication', column: 'sent_location', since: 10, instead: 'sent_lsn' },
  { relation: 'pg_stat_replication', column: 'write_location', since: 10, instead: 'write_lsn' },
  { relation: 'pg_stat_replication', column: 'flush_location', since: 10, instead: 'flush_lsn' },
  { relation: 'pg_stat_replication', column: 'replay_location', since: 10, instead: 'replay_lsn' },
  {
    relation: 'pg_stat_bgwriter',
    column: 'checkpoints_timed',
    since: 17,
    instead: 'num_timed of pg_stat_checkpointer',
  },
  {
    relation: 'pg_stat_bgwriter',
    column: 'checkpoints_req',
    since: 17,
    instead: 'num_requested of pg_stat_checkpointer',
  },
  { relation: 'pg_database', column: 'datlastsysoid', since: 15, instead: 'nothing' },
  { relation: 'pg_locks', column: 'procpid', instead: 'pid' },
];

/** Functions that are gone. */
export const MISSING_FUNCTIONS: readonly {
  readonly name: string;
  readonly since: number;
  readonly instead: string;
}[] = [
  { name: 'pg_xlogfile_name', since: 10, instead: 'pg_walfile_name' },
  { name: 'pg_current_xlog_location', since: 10, instead: 'pg_current_wal_lsn' },
  { name: 'pg_last_xlog_receive_location', since: 10, instead: 'pg_last_wal_receive_lsn' },
  { name: 'pg_last_xlog_replay_location', since: 10, instead: 'pg_last_wal_replay_lsn' },
  { name: 'pg_xlog_location_diff', since: 10, instead: 'pg_wal_lsn_diff' },
  { name: 'pg_xlog_replay_pause', since: 10, instead: 'pg_wal_replay_pause' },
  { name: 'pg_xlog_replay_resume', since: 10, instead: 'pg_wal_replay_resume' },
  { name: 'pg_is_xlog_replay_paused', since: 10, instead: 'pg_is_wal_replay_paused' },
  { name: 'pg_current_xlog_insert_location', since: 10, instead: 'pg_current_wal_insert_lsn' },
  { name: 'pg_current_xlog_flush_location', since: 10, instead: 'pg_current_wal_flush_lsn' },
  { name: 'pg_switch_xlog', since: 10, instead: 'pg_switch_wal' },
  { name: 'pg_start_backup', since: 15, instead: 'pg_backup_start' },
  { name: 'pg_is_in_backup', since: 15, instead: 'pg_stat_progress_basebackup' },
  { name: 'pg_stop_backup', since: 15, instead: 'pg_backup_stop' },
];

/** The oldest PostgreSQL that is still maintained (14 until November 2026): what it does not have is gone everywhere. */
export const OLDEST_MAINTAINED = 15;
