#!/bin/sh
# What the official image's entrypoint does to an empty data folder: $PGDATA is made as POSTGRES_* say, and the team's own scripts
# are run against a server that listens on its Unix socket only.
set -eu

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}

printf %s "${POSTGRES_PASSWORD-}" > /tmp/password
# Word splitting is meant: POSTGRES_INITDB_ARGS holds several.
initdb --username="$user" ${POSTGRES_PASSWORD:+--pwfile=/tmp/password} --no-sync \
  --encoding=UTF8 --locale=C.UTF-8 ${POSTGRES_INITDB_ARGS-}
rm /tmp/password
printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >> "$PGDATA/pg_hba.conf"
printf "\nlisten_addresses = '*'\n" >> "$PGDATA/postgresql.conf"

if [ "$database" != postgres ]; then
  printf 'CREATE DATABASE "%s";\n' "$database" | postgres --single postgres
fi

if [ -n "$(ls -A /docker-entrypoint-initdb.d 2>/dev/null)" ]; then
  PGUSER=$user
  PGDATABASE=$database
  export PGUSER PGDATABASE
  pg_ctl -o "-c listen_addresses='' -c fsync=off" -w start
  for file in /docker-entrypoint-initdb.d/*; do
    echo "running $file"
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) psql -v ON_ERROR_STOP=1 --no-psqlrc -f "$file" ;;
      *.sql.gz) gunzip -c "$file" | psql -v ON_ERROR_STOP=1 --no-psqlrc ;;
      *) echo "ignoring $file" ;;
    esac
  done
  pg_ctl -m fast -w stop
fi
