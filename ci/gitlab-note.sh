#!/usr/bin/env bash
# Shows a page on GitLab: as one note of the merge request, which is updated from run to run. Needs curl and jq.
# Without a token that may write notes this is no failure: the page is among the artifacts of the job.
#
#   METRICS_OUT           the folder with report.md; default: metrics-report
#   METRICS_COMMENT       tells several notes of one merge request apart; default: report
#   METRICS_GITLAB_TOKEN  a project access token with the scope `api`; without one CI_JOB_TOKEN is tried
#   CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID, CI_JOB_URL: as the runner gives them
set -euo pipefail
# shellcheck source=ci/body.sh
. "$(dirname "${BASH_SOURCE[0]}")/body.sh"

page=${METRICS_OUT:-metrics-report}/report.md
[ -s "$page" ] || { echo 'There is no report to show.'; exit 0; }
[ -n "${CI_MERGE_REQUEST_IID:-}" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
body "$page" 1000000 "… The rest is among [the artifacts of the job]($CI_JOB_URL)." > "$work/body.md"

# The token goes by a file: arguments of a process can be seen by others.
if [ -n "${METRICS_GITLAB_TOKEN:-}" ]; then
  printf 'header = "PRIVATE-TOKEN: %s"\n' "$METRICS_GITLAB_TOKEN" > "$work/token"
else
  printf 'header = "JOB-TOKEN: %s"\n' "${CI_JOB_TOKEN:-}" > "$work/token"
fi

# METHOD PLACE…: the answer goes to work/answer. Ends the script when the token may not do this; any other failure is one.
api() {
  local method=$1 place=$2 code
  shift 2
  code=$(curl --silent --show-error --config "$work/token" --request "$method" "$@" --output "$work/answer" --write-out '%{http_code}' "$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes$place")
  case $code in
    2*) return ;;
    401 | 403)
      echo 'This token may not write notes. The report is among the artifacts of the job; METRICS_GITLAB_TOKEN can hold a project access token with the scope `api`.'
      exit 0
      ;;
  esac
  echo "The notes of the merge request cannot be reached (HTTP $code)." >&2
  exit 1
}

export MARKER
MARKER=$(marker)
id=
for ((number = 1; ; number++)); do
  api GET "?per_page=100&page=$number"
  id=$(jq -r 'first(.[] | select(.system | not) | select(.body | startswith(env.MARKER)) | .id) // empty' "$work/answer")
  if [ -n "$id" ] || [ "$(jq length "$work/answer")" -lt 100 ]; then break; fi
done
if [ -n "$id" ]; then
  api PUT "/$id" --data-urlencode "body@$work/body.md"
  echo "Note $id is updated."
else
  api POST '' --data-urlencode "body@$work/body.md"
  echo 'A note is posted.'
fi
