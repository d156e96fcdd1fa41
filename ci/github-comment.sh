#!/usr/bin/env bash
# Shows a page on GitHub: in the job summary, and as one comment of the pull request, which is updated from run to run.
# A token that may not write, as on pull requests from forks, is no failure: the summary has it all.
#
#   METRICS_OUT             the folder with report.md; default: metrics-report
#   METRICS_PULL_REQUEST    the number of the pull request; empty: no comment
#   METRICS_COMMENT         tells several comments of one pull request apart; default: report
#   METRICS_COMMENT_AUTHOR  whose comment is updated; default: github-actions[bot]
#   GH_TOKEN, GITHUB_REPOSITORY, GITHUB_STEP_SUMMARY, GITHUB_SERVER_URL, GITHUB_RUN_ID: as the runner gives them
set -euo pipefail
# shellcheck source=ci/body.sh
. "$(dirname "${BASH_SOURCE[0]}")/body.sh"

page=${METRICS_OUT:-metrics-report}/report.md
[ -s "$page" ] || { echo '::warning title=metrics::There is no report to show.'; exit 0; }
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  body "$page" 300000 'The rest is too long for a summary.' >> "$GITHUB_STEP_SUMMARY"
fi
if ! [[ "${METRICS_PULL_REQUEST:-}" =~ ^[0-9]+$ ]]; then
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run="${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY/actions/runs/${GITHUB_RUN_ID:-}"
body "$page" 65536 "… The rest is in [the summary of the job]($run)." > "$work/body.md"

# Ends the script when the token may not do this; any other failure is one.
api() {
  gh api "$@" 2> "$work/error" && return
  if grep -q 'HTTP 403' "$work/error"; then
    echo '::notice title=metrics::This token may not write a comment, as on pull requests from forks. The report is in the summary of the job.'
    exit 0
  fi
  cat "$work/error" >&2
  exit 1
}

export MARKER AUTHOR
MARKER=$(marker)
AUTHOR=${METRICS_COMMENT_AUTHOR:-github-actions[bot]}
api --paginate "repos/$GITHUB_REPOSITORY/issues/$METRICS_PULL_REQUEST/comments?per_page=100" \
  --jq '.[] | select(.user.login == env.AUTHOR and (.body | startswith(env.MARKER))) | .id' > "$work/ids"
id=$(head -n 1 "$work/ids")
if [ -n "$id" ]; then
  api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$work/body.md" --silent
  echo "Comment $id is updated."
else
  api --method POST "repos/$GITHUB_REPOSITORY/issues/$METRICS_PULL_REQUEST/comments" -F "body=@$work/body.md" --silent
  echo 'A comment is posted.'
fi
