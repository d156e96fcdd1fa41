#!/usr/bin/env bash
# A private PostgreSQL server on a loopback port, for tests: `postgres.sh start FOLDER PORT [PID]`, `stop FOLDER`, `kill FOLDER`; `find` says where its programs are.
# Its data lie in FOLDER, which goes with it. With PID the server stops when that process has ended. As root it refuses to run: then it runs as the user postgres.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

command=$1 folder=${2:-}
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
find) echo "$bin" ;;
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
track_activity_query_size = 16kB
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
timezone = 'America/New_York'
X
  fi
  run "$bin/pg_ctl" -D "$folder/data" -o "-p $port" -l "$folder/log" -w -t 60 start > "$folder/start.log" 2>&1 || { cat "$folder/start.log" "$folder/log" >&2; exit 1; }
  if [ -n "${4:-}" ]; then
    setsid bash -c 'while kill -0 "$1" 2> /dev/null && [ -d "$2" ]; do sleep 2; done; [ ! -d "$2" ] || "$3" stop "$2"' _ "$4" "$folder" "$here/postgres.sh" < /dev/null > /dev/null 2>&1 &
  fi
  ;;
stop)
  cd "$folder"
  run "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1 || true
  cd / && rm -rf "$folder"
  ;;
kill)
  # All at once, as when the machine fails.
  server=$(head -1 "$folder/data/postmaster.pid")
  kill -9 "$server" $(ps -o pid= --ppid "$server")
  ;;
*) echo "There is no command \`$command\`." >&2; exit 2 ;;
esac
