#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL server, to which METRICS_POSTGRES connects: `with-postgres.sh COMMAND…`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
trap '"$here/postgres.sh" stop "$folder"' EXIT
"$here/postgres.sh" start "$folder" "$port"
METRICS_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres" "$@"
