#!/usr/bin/env bash
# Runs `unwash project` for the GitHub Action and for anyone's CI. What it takes from the environment: UNWASH_PATH,
# UNWASH_REQUIRE, UNWASH_POLICY, UNWASH_BASELINE, UNWASH_ONLINE (true), UNWASH_FORMAT, UNWASH_OUTPUT,
# UNWASH_COMMENT_TOKEN (with the format comment: the comment of the pull request is written, or written anew), and
# UNWASH_COMMAND, the command itself where it is not the one beside this script. The exit code is that of unwash: 0 it
# holds, 1 a gate is not met, 2 it could not be audited.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command=(node "$here/../dist/bin/unwash.js")
if [ -n "${UNWASH_COMMAND:-}" ]; then read -r -a command <<<"$UNWASH_COMMAND"; fi
if [ "${command[0]}" = node ] && [ ! -f "${command[1]:-}" ]; then
  echo "unwash: the command is not built: run npm run build, or name it in UNWASH_COMMAND" >&2
  exit 2
fi
arguments=(project "${UNWASH_PATH:-.}" --format "${UNWASH_FORMAT:-terminal}")
if [ -n "${UNWASH_REQUIRE:-}" ]; then arguments+=(--require "$UNWASH_REQUIRE"); fi
if [ -n "${UNWASH_POLICY:-}" ]; then arguments+=(--policy "$UNWASH_POLICY"); fi
if [ -n "${UNWASH_BASELINE:-}" ]; then arguments+=(--baseline "$UNWASH_BASELINE"); fi
if [ "${UNWASH_ONLINE:-false}" = true ]; then arguments+=(--online); fi

output=${UNWASH_OUTPUT:-}
if [ -z "$output" ] && [ -n "${UNWASH_COMMENT_TOKEN:-}" ]; then output=$(mktemp); fi

code=0
if [ -n "$output" ]; then
  "${command[@]}" "${arguments[@]}" >"$output" || code=$?
  if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "report=$output" >>"$GITHUB_OUTPUT"; fi
else
  "${command[@]}" "${arguments[@]}" || code=$?
fi
if [ -n "${UNWASH_COMMENT_TOKEN:-}" ] && [ "${UNWASH_FORMAT:-}" = comment ] && [ "$code" -lt 2 ]; then
  node "$here/comment.mjs" "$output"
fi
exit "$code"
