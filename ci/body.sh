# Sourced: the body of a comment, made of a page.
export LC_ALL=C.UTF-8

# Names the comment among all others; it is the first line of its body. Only letters, digits, `_`, `.` and `-` of the name are kept.
marker() { printf '<!-- metricsascode %s -->' "$(printf '%s' "${METRICS_COMMENT:-report}" | tr -cd 'A-Za-z0-9_.-')"; }

# What definitions say notifies no one: a space of no width stands behind an `@` that would begin a name.
unaddressed() { sed -E 's/(^|[^[:alnum:]_])@/\1@\xe2\x80\x8b/g' "$1"; }

# FILE LIMIT POINTER: the page behind its marker, at most LIMIT characters. What is too long ends after a whole line; open blocks are closed, and POINTER says where the rest is.
body() {
  local file=$1 limit=$2 pointer=$3 text
  text="$(marker)"$'\n'"$(unaddressed "$file")"
  if [ "${#text}" -le "$limit" ]; then
    printf '%s\n' "$text"
    return
  fi

  # Room for what closes the blocks: a page nests one fence in one <details>.
  local room=$((limit - ${#pointer} - 200)) used=0 line fence='' details=0
  while IFS= read -r line; do
    used=$((used + ${#line} + 1))
    if [ "$used" -gt "$room" ]; then break; fi
    printf '%s\n' "$line"
    if [ -z "$fence" ] && [[ "$line" =~ ^(\`\`\`+) ]]; then
      fence=${BASH_REMATCH[1]}
    elif [ -n "$fence" ] && [ "$line" = "$fence" ]; then
      fence=''
    elif [ -z "$fence" ] && [[ "$line" == '<details'* ]]; then
      details=$((details + 1))
    elif [ -z "$fence" ] && [ "$line" = '</details>' ]; then
      details=$((details - 1))
    fi
  done <<< "$text"
  if [ -n "$fence" ]; then printf '%s\n' "$fence"; fi
  while [ "$details" -gt 0 ]; do
    printf '\n</details>\n'
    details=$((details - 1))
  done
  printf '\n%s\n' "$pointer"
}
