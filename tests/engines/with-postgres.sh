#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL server, to which METRICS_POSTGRES connects: `with-postgres.sh [--shards N] COMMAND…`.
# With shards there are N more, and METRICS_POSTGRES_SHARDS has their connections.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
shards=0
if [ "$1" = --shards ]; then
  shards=$2
  shift 2
fi
base=$(mktemp -d)
chmod 755 "$base"
port=$((20000 + RANDOM % 20000))
stop() { for n in $(seq 0 "$shards"); do "$here/postgres.sh" stop "$base/$n" || true; done; rm -rf "$base"; }
trap stop EXIT
connections=()
for n in $(seq 0 "$shards"); do
  "$here/postgres.sh" start "$base/$n" "$((port + n))"
  connections+=("Host=127.0.0.1;Port=$((port + n));Username=postgres;Database=postgres")
done
METRICS_POSTGRES=${connections[0]} METRICS_POSTGRES_SHARDS=$(IFS='|'; echo "${connections[*]:1}") "$@"
