#!/usr/bin/env bash
# Whether docs/mutation.md says what `metrics mutate` finds now, and whether every survivor is explained.
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(mktemp)
trap 'rm -f "$report"' EXIT
dotnet run --no-build --project src/MetricsAsCode.Cli -- mutate metrics-defs --explained metrics-defs/mutants.txt --format markdown > "$report"
diff -u docs/mutation.md "$report"
