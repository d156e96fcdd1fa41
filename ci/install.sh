#!/usr/bin/env bash
# Installs the command `metrics` into a folder.
#
#   METRICS_TOOLS     the folder
#   METRICS_VERSION   which version; empty: that of the checkout this lies in, else the newest
#   METRICS_SOURCE    a further feed or folder of packages; may be empty
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=${METRICS_VERSION:-}
if [ -z "$version" ] && [ -f "$here/Directory.Build.props" ]; then
  version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$here/Directory.Build.props")
fi

arguments=(MetricsAsCode.Tool --tool-path "$METRICS_TOOLS")
if [ -n "$version" ]; then
  arguments+=(--version "$version")
fi
if [ -n "${METRICS_SOURCE:-}" ]; then
  arguments+=(--add-source "$METRICS_SOURCE")
fi
dotnet tool install "${arguments[@]}"
