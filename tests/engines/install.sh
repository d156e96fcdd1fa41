#!/usr/bin/env bash
# Puts the engines that the tests run against into node_modules at the root of the repository, outside git. Does nothing when they are there.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=1.5.6-r.1
case "$(uname -s)" in
  Linux) platform=linux ;;
  Darwin) platform=darwin ;;
  *) platform=win32 ;;
esac
case "$(uname -m)" in
  arm64 | aarch64) platform+=-arm64 ;;
  *) platform+=-x64 ;;
esac
package="@duckdb/node-bindings-$platform"

if grep -qs "\"version\": \"$version\"" "node_modules/$package/package.json"; then
  echo "$package $version is installed."
  exit
fi
command -v npm > /dev/null || { echo "npm is missing: install Node.js, or let METRICS_DUCKDB name DuckDB's library." >&2; exit 1; }
npm install --prefix . --no-save --no-package-lock --ignore-scripts --no-audit --no-fund "$package@$version"
