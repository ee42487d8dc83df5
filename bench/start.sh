#!/bin/sh
# The reference system by hand: the same servers and data, in one network, with nothing around them.
# Run in namespaces of its own, so that its ports are free and everything ends with it:  start.sh TEMPLATE POSTGRES_BIN NODE
set -eu
ip link set lo up
mount -t tmpfs tmpfs /mnt
export PATH="$2:$PATH"
as_postgres() { bwrap --unshare-user --uid 999 --gid 999 --dev-bind / / "$@"; }

(cd /mnt && exec redis-server --appendonly yes) > /mnt/redis.log &
cp -a "$1" /mnt/data
as_postgres postgres -D /mnt/data -k /mnt -c max_connections=30 > /mnt/postgres.log 2>&1 &
until redis-cli ping > /mnt/ping 2>&1; do sleep 0.01; done
until pg_isready -q -h 127.0.0.1; do sleep 0.01; done

export REDIS_URL=redis://localhost:6379 DATABASE_URL=postgres://reference_app:app-secret@localhost:5432/reference
DB_POOL_SIZE=10 "$3" app/server.ts > /mnt/app.log 2>&1 &
DB_POOL_SIZE=4 "$3" app/worker.ts > /mnt/worker.log 2>&1 &
until curl -fsS http://localhost:8000/health/ready > /mnt/health 2>&1; do sleep 0.01; done
echo ready
