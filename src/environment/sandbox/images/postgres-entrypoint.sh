#!/bin/sh
# The second half of the official image's entrypoint: the data folder was just made, so the team's own scripts run against a
# server that listens on its Unix socket only; then the real one replaces this shell.
set -eu
if [ -e "$PGDATA/.drillbook-first-start" ]; then
  rm "$PGDATA/.drillbook-first-start"
  if [ -n "$(ls -A /docker-entrypoint-initdb.d 2>/dev/null)" ]; then
    PGUSER=${POSTGRES_USER:-postgres}
    PGDATABASE=${POSTGRES_DB:-$PGUSER}
    export PGUSER PGDATABASE
    pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
    for file in /docker-entrypoint-initdb.d/*; do
      echo "$0: running $file"
      case $file in
        *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
        *.sql) psql -v ON_ERROR_STOP=1 --no-psqlrc -f "$file" ;;
        *.sql.gz) gunzip -c "$file" | psql -v ON_ERROR_STOP=1 --no-psqlrc ;;
        *) echo "$0: ignoring $file" ;;
      esac
    done
    pg_ctl -D "$PGDATA" -m fast -w stop
    unset PGUSER PGDATABASE
  fi
fi
exec "$@"
