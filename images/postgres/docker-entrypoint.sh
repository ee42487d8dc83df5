#!/usr/bin/env bash
# The conventions of the official image: on the first start it makes the cluster, the user and the database that POSTGRES_*
# name, and runs what lies in /docker-entrypoint-initdb.d; then it becomes the server.
set -Eeuo pipefail
shopt -s nullglob

# VAR, or the content of the file that VAR_FILE names, or the default.
from_file() {
  local file="${1}_FILE"
  if [ -n "${!1:-}" ] && [ -n "${!file:-}" ]; then
    echo "error: both $1 and $file are set (but are exclusive)" >&2
    exit 1
  fi
  export "$1=${!1:-$(if [ -n "${!file:-}" ]; then cat "${!file}"; else echo "${2:-}"; fi)}"
}

own_folders() {
  mkdir -p "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA" || :
  chmod 3777 /var/run/postgresql || :
  [ -z "${POSTGRES_INITDB_WALDIR:-}" ] || mkdir -p "$POSTGRES_INITDB_WALDIR"
  [ "$(id -u)" != 0 ] ||
    find "$PGDATA" /var/run/postgresql ${POSTGRES_INITDB_WALDIR:+"$POSTGRES_INITDB_WALDIR"} \! -user postgres -exec chown postgres {} +
}

require_password() {
  [ -n "$POSTGRES_PASSWORD" ] || [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ] && return
  cat >&2 <<'TEXT'
Error: Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".
TEXT
  exit 1
}

make_cluster() {
  # What the image's users write there is a line of arguments.
  eval "set -- ${POSTGRES_INITDB_ARGS:-}"
  initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") \
    ${POSTGRES_INITDB_WALDIR:+--waldir "$POSTGRES_INITDB_WALDIR"} "$@"
  local method=${POSTGRES_HOST_AUTH_METHOD:-}
  printf '\nhost all all all %s\n' "${method:-$(postgres -C password_encryption)}" >>"$PGDATA/pg_hba.conf"
}

sql() {
  PGHOST='' PGHOSTADDR='' psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-password --no-psqlrc "$@"
}

run_first_start() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh) if [ -x "$file" ]; then echo "$0: running $file"; "$file"; else echo "$0: sourcing $file"; . "$file"; fi ;;
      *.sql) echo "$0: running $file"; sql --dbname "$POSTGRES_DB" -f "$file" ;;
      *.sql.gz) echo "$0: running $file"; gunzip -c "$file" | sql --dbname "$POSTGRES_DB" ;;
      *.sql.xz) echo "$0: running $file"; xzcat "$file" | sql --dbname "$POSTGRES_DB" ;;
      *) echo "$0: ignoring $file" ;;
    esac
    echo
  done
}

first_start() {
  require_password
  make_cluster
  export PGPASSWORD=${PGPASSWORD:-$POSTGRES_PASSWORD}
  [ "${1:-}" != postgres ] || shift
  # On its Unix socket only: over TCP the server answers when it is ready for good.
  NOTIFY_SOCKET='' pg_ctl -D "$PGDATA" -o "$(printf '%q ' "$@" -c listen_addresses= -p "${PGPORT:-5432}")" -w start
  if [ "$(sql --dbname postgres --set db="$POSTGRES_DB" -tA <<<"SELECT 1 FROM pg_database WHERE datname = :'db';")" = '' ]; then
    sql --dbname postgres --set db="$POSTGRES_DB" <<<'CREATE DATABASE :"db";'
  fi
  run_first_start
  pg_ctl -D "$PGDATA" -m fast -w stop
  unset PGPASSWORD
  printf '\nPostgreSQL init process complete; ready for start up.\n\n'
}

[ "${1:0:1}" != - ] || set -- postgres "$@"
if [ "$1" = postgres ]; then
  own_folders
  [ "$(id -u)" != 0 ] || exec gosu postgres "$BASH_SOURCE" "$@"
  if [ -s "$PGDATA/PG_VERSION" ]; then
    printf '\nPostgreSQL Database directory appears to contain a database; Skipping initialization\n\n'
  else
    from_file POSTGRES_PASSWORD
    from_file POSTGRES_USER postgres
    from_file POSTGRES_DB "$POSTGRES_USER"
    from_file POSTGRES_INITDB_ARGS
    first_start "$@"
  fi
fi
exec "$@"
