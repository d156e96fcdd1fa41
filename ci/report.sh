#!/usr/bin/env bash
# Runs the verbs of `metrics` over definitions and gathers what they say into one page of Markdown, OUT/report.md.
# Exits with 0 when all is well and with 1 when something is to be mended; the page is written either way.
#
#   METRICS_COMMAND       the tool; default: metrics
#   METRICS_PATH          the definitions; default: metrics-defs
#   METRICS_OUT           the folder for the page and the scorecards, in the current one; default: metrics-report
#   METRICS_BASE          the revision that the change is compared with; empty: no comparison
#   METRICS_FAIL_ON       what of the comparison fails the run, e.g. changed-values,removed,status-worse
#   METRICS_GENERATED     the folder of generated files that must be fresh; empty: none
#   METRICS_TEST          `false`: no tests
#   METRICS_SCORECARD     `false`: no scorecards
#   METRICS_LINKS         where links to definitions lead, e.g. https://…/blob/REVISION; empty: they stay relative
#   METRICS_ANNOTATE      `github`: mistakes become annotations, and output of others cannot give commands to the runner
#   METRICS_SARIF         a file for the mistakes as SARIF; empty: none
#   METRICS_CODE_QUALITY  a file for the mistakes as GitLab's code quality report; empty: none (needs jq)
#
# Nothing of these variables, and nothing that the tool prints, is ever evaluated.
set -uo pipefail
export LC_ALL=C.UTF-8

metrics=${METRICS_COMMAND:-metrics}
path=${METRICS_PATH:-metrics-defs}
out=${METRICS_OUT:-metrics-report}
verdict=0
rows=()
sections=()

rm -rf "$out/scorecards"
mkdir -p "$out"

# Prints what may come from definitions: on GitHub between marks that no one can foresee, so that no line of it is a command.
show() {
  local mark
  if [ "${METRICS_ANNOTATE:-}" = github ]; then
    mark=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '::stop-commands::%s\n' "$mark"
    cat "$@"
    printf '\n::%s::\n' "$mark"
  else
    cat "$@"
  fi
}

# A block of code whose fence is longer than any run of backticks in it.
fenced() {
  local fence='```' run
  while IFS= read -r run; do
    if [ "${#run}" -ge "${#fence}" ]; then fence="$run\`"; fi
  done < <(grep -o '`\{3,\}' "$1")
  printf '%s text\n' "$fence"
  cat "$1"
  printf '%s\n' "$fence"
}

# NAME VERB ARGUMENTS…: runs a verb; its output goes to OUT/NAME.txt. Its exit code counts.
run() {
  local name=$1 code=0
  shift
  printf '== metrics %s\n' "$1"
  "$metrics" "$@" > "$out/$name.txt" 2>&1 || code=$?
  show "$out/$name.txt"
  if [ "$code" -ne 0 ]; then verdict=1; fi
  return "$code"
}

# What it came to, in the first table, and the whole of it below when it failed.
row() { rows+=("| $1 | $2 |"); }

failed() {
  row "$1" "❌ $2"
  sections+=("<details open><summary>$1</summary>"$'\n\n'"$(fenced "$3")"$'\n\n</details>')
}

# Findings once more in the forms that others read.
annotate() {
  local verb=$1
  shift
  if [ "${METRICS_ANNOTATE:-}" = github ]; then "$metrics" "$verb" --format github "$@"; fi
  if [ -n "${METRICS_SARIF:-}" ] && [ "$verb" = check ]; then "$metrics" check --format sarif "$@" > "$METRICS_SARIF"; fi
  if [ -n "${METRICS_CODE_QUALITY:-}" ]; then
    "$metrics" "$verb" --format gitlab "$@" > "$out/quality-$verb.json"
    jq -s add "$out"/quality-*.json > "$METRICS_CODE_QUALITY"
  fi
}

check() {
  rm -f "$out"/quality-*.json
  local code=0
  run check check "$path" || code=$?
  annotate check "$path"
  if [ "$code" -eq 0 ]; then
    row 'Definitions' "✅ $(grep -E ': no (mistakes|errors)$' "$out/check.txt" | paste -s -d '~' | sed 's/~/<br>/g')"
  else
    failed 'Definitions' "$(grep -E '^[0-9]+ (error|warning)s?.* in [0-9]+ files?$' "$out/check.txt" || echo 'could not be checked')" "$out/check.txt"
  fi
  return "$code"
}

tests() {
  if run test test "$path"; then
    row 'Tests' "✅ $(tail -n 1 "$out/test.txt")"
  else
    annotate test "$path"
    failed 'Tests' "$(grep -E '^[0-9]+ tests?, ' "$out/test.txt" || echo 'could not be run')" "$out/test.txt"
  fi
}

generated() {
  if run build build "$path" --out "$METRICS_GENERATED" --check; then
    row 'Generated files' '✅ fresh'
  else
    failed 'Generated files' 'stale' "$out/build.txt"
  fi
}

# The comparison is Markdown on the standard output; what is wrong with the question itself is not.
compare() {
  local code=0 arguments=(diff "$METRICS_BASE" HEAD --format markdown --path "$path")
  if [ -n "${METRICS_FAIL_ON:-}" ]; then arguments+=(--fail-on "$METRICS_FAIL_ON"); fi
  printf '== metrics diff\n'
  "$metrics" "${arguments[@]}" > "$out/diff.md" 2> "$out/diff.txt" || code=$?
  show "$out/diff.txt"
  if [ ! -s "$out/diff.md" ]; then
    verdict=1
    failed 'What the change means' 'could not be told' "$out/diff.txt"
    return
  fi
  if [ "$code" -eq 0 ]; then
    row 'What the change means' '✅ see below'
  else
    verdict=1
    row 'What the change means' "❌ must not be: ${METRICS_FAIL_ON:-see below}"
  fi
  sections+=("$(cat "$out/diff.md")")
}

# Pictures lie beside the page, where a comment does not find them: it has what they say in words.
scorecards() {
  if ! run scorecard scorecard "$path" --out "$out"; then
    failed 'Scorecards' 'could not be computed' "$out/scorecard.txt"
    return
  fi
  local card text
  row 'Scorecards' '✅ see below'
  for card in "$out"/scorecards/*.md; do
    text=$(sed -E -e 's|^!\[(.*)\]\([^()]*\)$|<sub>\1</sub>|' -e '/^<!-- generated by metrics/d' "$card")
    if [ -n "${METRICS_LINKS:-}" ]; then text=${text//'](../../'/"]($METRICS_LINKS/"}; fi
    sections+=("<details><summary>Scorecard $(basename "$card" .md)</summary>"$'\n\n'"$text"$'\n\n</details>')
  done
}

# A change that is not there yet is fetched, alone: runners have only the newest commit.
fetch_base() {
  case $METRICS_BASE in -*) return ;; esac
  git cat-file -e "$METRICS_BASE^{commit}" 2> /dev/null || git fetch --quiet --no-tags --depth=1 origin "$METRICS_BASE" || true
}

if check; then
  if [ "${METRICS_TEST:-true}" != false ]; then tests; fi
  if [ -n "${METRICS_GENERATED:-}" ]; then generated; fi
  if [ -n "${METRICS_BASE:-}" ]; then fetch_base; compare; fi
  if [ "${METRICS_SCORECARD:-true}" != false ]; then scorecards; fi
fi

{
  printf '## Metrics\n\n| | |\n|---|---|\n'
  printf '%s\n' "${rows[@]}"
  if [ "${#sections[@]}" -gt 0 ]; then printf '\n%s\n' "${sections[@]}"; fi
} > "$out/report.md"
exit "$verdict"
