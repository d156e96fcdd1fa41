#!/usr/bin/env bash
# Puts the engines that the tests run against into node_modules at the root of the repository, outside git, and PostgreSQL where the system has its packages.
# Does nothing when they are there.
set -euo pipefail
cd "$(dirname "$0")/../.."

if postgres=$(tests/engines/postgres.sh find 2> /dev/null); then
  echo "PostgreSQL is installed: $postgres."
else
  command -v apt-get > /dev/null || { echo "apt-get is missing: install PostgreSQL, or let METRICS_POSTGRES_BIN name the folder of its programs." >&2; exit 1; }
  sudo=; [ "$(id -u)" -eq 0 ] || sudo=sudo
  # Tests start servers of their own: none for the whole machine is wanted.
  $sudo mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' | $sudo tee /etc/postgresql-common/createcluster.conf > /dev/null
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql
  tests/engines/postgres.sh find
fi

case "$(uname -s)" in
  Linux) platform=linux ;;
  Darwin) platform=darwin ;;
  *) platform=win32 ;;
esac
case "$(uname -m)" in
  arm64 | aarch64) platform+=-arm64 ;;
  *) platform+=-x64 ;;
esac

# DuckDB as a library, and ClickHouse as one, which there is for Linux only.
packages=("@duckdb/node-bindings-$platform@1.5.6-r.1")
case "$platform" in
  linux-*) packages+=("@chdb/lib-$platform-gnu@26.7.3-stable.1") ;;
esac

# ClickHouse servers for a cluster: Debian's, which are old.
if [ "$platform" = linux-x64 ] && [ -z "${METRICS_CLICKHOUSE_SERVER:-}" ] && [ ! -x /usr/sbin/clickhouse-server ] && ! command -v clickhouse-server > /dev/null; then
  command -v apt-get > /dev/null || { echo "ClickHouse is missing: install the package clickhouse-server, or let METRICS_CLICKHOUSE_SERVER name the program." >&2; exit 1; }
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends clickhouse-server
fi

missing=()
for package in "${packages[@]}"; do
  if grep -qs "\"version\": \"${package##*@}\"" "node_modules/${package%@*}/package.json"; then
    echo "${package%@*} ${package##*@} is installed."
  else
    missing+=("$package")
  fi
done
[ "${#missing[@]}" -gt 0 ] || exit 0
command -v npm > /dev/null || { echo "npm is missing: install Node.js, or let METRICS_DUCKDB and METRICS_CHDB name the libraries." >&2; exit 1; }
# All are named, so that npm removes none that is there.
npm install --prefix . --no-save --no-package-lock --ignore-scripts --no-audit --no-fund "${packages[@]}"
