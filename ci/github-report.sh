#!/usr/bin/env bash
# Makes the report in a job of GitHub: its verdict is an output, so that the report is shown before the job fails.
set -uo pipefail

[ "${METRICS_BASE:-}" != none ] || METRICS_BASE=
verdict=0
bash "$(dirname "${BASH_SOURCE[0]}")/report.sh" || verdict=$?
{
  printf 'report=%s/report.md\n' "${METRICS_OUT:-metrics-report}"
  printf 'verdict=%s\n' "$verdict"
} >> "$GITHUB_OUTPUT"
