#!/usr/bin/env bash
# Puts the engines that the tests run against into node_modules at the root of the repository, outside git. Does nothing when they are there.
set -euo pipefail
cd "$(dirname "$0")/../.."

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
