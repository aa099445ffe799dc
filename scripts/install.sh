#!/usr/bin/env bash
# Installs unwash for the Action into the folder that is given: a packed release where one is named (UNWASH_PACKAGE, a
# path or an address, with its SHA-256 in UNWASH_SHA256), else what this repository comes to, built and packed. What an
# earlier run left there is taken as it is: the Action keeps it in a cache whose key says what it was made of.
# With --key it only says that key.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
fail() { echo "unwash: $1" >&2; exit 2; }

if [ "${1:-}" = --key ]; then
  if [ -n "${UNWASH_PACKAGE:-}" ]; then
    printf '%s %s' "$UNWASH_PACKAGE" "${UNWASH_SHA256:-}" | sha256sum | cut -c1-64
  else
    cd "$here"
    find . \( -name node_modules -o -name dist -o -name .git \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64
  fi
  exit 0
fi

into=${1:-}
[ -n "$into" ] || fail "no folder to install into: give one"
[ ! -f "$into/node_modules/unwash/dist/bin/unwash.js" ] || exit 0
mkdir -p "$into" || fail "cannot make the folder $into: give one that can be written to"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
package="$scratch/unwash.tgz"
if [ -n "${UNWASH_PACKAGE:-}" ]; then
  [ -n "${UNWASH_SHA256:-}" ] || fail "a package is named without its SHA-256: give package-sha256 too"
  case "$UNWASH_PACKAGE" in
    https://*) curl -fsSL --retry 2 --max-time 120 -o "$package" "$UNWASH_PACKAGE" || fail "cannot fetch $UNWASH_PACKAGE: look at its address" ;;
    *) cp "$UNWASH_PACKAGE" "$package" || fail "no package is at $UNWASH_PACKAGE: give a file or an address that begins with https" ;;
  esac
  echo "$UNWASH_SHA256  $package" | sha256sum --check --status || fail "the package at $UNWASH_PACKAGE has another SHA-256 than was given: do not use it"
else
  cd "$here"
  npm ci --ignore-scripts --no-fund --no-audit --silent >&2 || fail "what the build needs could not be installed: see above"
  name=$(npm pack --silent --pack-destination "$scratch") || fail "the package could not be built: see above"
  mv "$scratch/$name" "$package"
fi
cd "$into"
[ -f package.json ] || echo '{"private": true}' >package.json
npm install --ignore-scripts --no-fund --no-audit --silent "$package" >&2 || fail "the package could not be installed: see above"
