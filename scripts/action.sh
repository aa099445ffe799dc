#!/usr/bin/env bash
# Runs `unwash project` for the GitHub Action and for anyone's CI. What it takes from the environment: UNWASH_PATH,
# UNWASH_REQUIRE, UNWASH_POLICY, UNWASH_FORMAT, UNWASH_OUTPUT, and UNWASH_COMMAND, the command itself where it is not
# on the path. The exit code is that of unwash: 0 it holds, 1 a gate is not met, 2 it could not be audited.
set -euo pipefail

read -r -a command <<<"${UNWASH_COMMAND:-unwash}"
arguments=(project "${UNWASH_PATH:-.}" --format "${UNWASH_FORMAT:-terminal}")
if [ -n "${UNWASH_REQUIRE:-}" ]; then arguments+=(--require "$UNWASH_REQUIRE"); fi
if [ -n "${UNWASH_POLICY:-}" ]; then arguments+=(--policy "$UNWASH_POLICY"); fi

code=0
if [ -n "${UNWASH_OUTPUT:-}" ]; then
  "${command[@]}" "${arguments[@]}" >"$UNWASH_OUTPUT" || code=$?
  if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "report=$UNWASH_OUTPUT" >>"$GITHUB_OUTPUT"; fi
else
  "${command[@]}" "${arguments[@]}" || code=$?
fi
exit "$code"
