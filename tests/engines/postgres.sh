#!/usr/bin/env bash
# A private PostgreSQL server on a loopback port, for tests: `postgres.sh start FOLDER PORT`, `postgres.sh stop FOLDER`, `postgres.sh kill FOLDER`.
# Its data lie in FOLDER and go with it. The server refuses to run as root: then it runs as the user postgres.
set -euo pipefail

command=$1 folder=$2
bin=$(ls -d "${METRICS_POSTGRES_BIN:-/nowhere}" /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin 2> /dev/null | sort -V | tail -1) || true
[ -x "${bin:-}/postgres" ] || bin=$(dirname "$(command -v postgres || echo /nowhere/postgres)")
[ -x "$bin/postgres" ] || { echo "PostgreSQL is missing: install the package postgresql, or let METRICS_POSTGRES_BIN name the folder of its programs." >&2; exit 1; }

run() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups env HOME=/tmp LC_ALL=C.UTF-8 "$@"
  else
    env LC_ALL=C.UTF-8 "$@"
  fi
}

case $command in
start)
  port=$3
  mkdir -p "$folder"
  [ "$(id -u)" -ne 0 ] || chown postgres:postgres "$folder"
  cd "$folder"
  if [ ! -d "$folder/data" ]; then
    run "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
    cat >> "$folder/data/postgresql.conf" << X
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 64MB
work_mem = 16MB
max_connections = 60
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
timezone = 'America/New_York'
X
  fi
  run "$bin/pg_ctl" -D "$folder/data" -o "-p $port" -l "$folder/log" -w -t 60 start > "$folder/start.log" 2>&1 || { cat "$folder/start.log" "$folder/log" >&2; exit 1; }
  ;;
stop) cd "$folder"; run "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1 ;;
kill) cd "$folder"; kill -9 "$(head -1 "$folder/data/postmaster.pid")" ;;
*) echo "There is no command \`$command\`." >&2; exit 2 ;;
esac
