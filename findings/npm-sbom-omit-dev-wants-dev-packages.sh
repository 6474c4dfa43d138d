#!/usr/bin/env bash
# npm 11.19.1: `npm sbom --omit=dev` refuses a folder in which the development packages were omitted, and from the lock file
# alone it leaves out production packages that a development package needs as well.
#
# After `npm ci --omit=dev` (the folder one ships) it ends with ESBOMPROBLEMS, "missing: …, required by …" for each
# development package: --omit leaves packages out of the bill, not out of the check that comes before it. With
# --package-lock-only, which reads the same lock file and no folder, it ends well, but where `debug` is a development package
# and needs `ms`, the bill lacks `ms`, also where it is a dependency of the application itself. `npm ls` with the same options
# names it.
#
# What follows: the bill of materials of a production folder is made by reading that folder, and compared with package.json.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir tool app
(cd tool && npm init -y >/dev/null && npm install --silent --no-audit --no-fund --ignore-scripts --save-exact npm@11.19.1)
npm11() { node "$dir/tool/node_modules/npm/bin/npm-cli.js" "$@"; }
cd app
cat >package.json <<'JSON'
{ "name": "app", "version": "1.0.0", "dependencies": { "ms": "2.1.3" }, "devDependencies": { "is-number": "7.0.0" } }
JSON
npm11 install --silent --no-audit --no-fund --package-lock-only
npm11 ci --silent --no-audit --no-fund --omit=dev
bill() { npm11 sbom --omit=dev --sbom-format=cyclonedx "$@"; }
names() { node -e "console.log(require('$1').components.map(({ name }) => name).join(', ') || 'nothing')"; }
status=0
bill >folder.json 2>folder.err || status=$?
echo "npm $(npm11 --version): sbom --omit=dev in a folder without development packages: exit $status"
grep -E 'ESBOMPROBLEMS|missing' folder.err || true
bill --package-lock-only >"$dir/apart.json"
cd "$dir" && mkdir shared && cd shared
cat >package.json <<'JSON'
{ "name": "app", "version": "1.0.0", "dependencies": { "ms": "2.1.3" }, "devDependencies": { "debug": "4.4.3" } }
JSON
npm11 install --silent --no-audit --no-fund --package-lock-only
bill --package-lock-only >"$dir/shared.json"
listed=$(npm11 ls --omit=dev --package-lock-only --parseable 2>/dev/null | grep -c 'node_modules/ms$' || true)
echo "--package-lock-only, ms needed by the application alone: $(names "$dir/apart.json")"
echo "--package-lock-only, ms needed by a development package too: $(names "$dir/shared.json") (npm ls names ms: $listed)"
if [ "$status" -ne 0 ] && grep -q 'missing: is-number@7.0.0' "$dir/app/folder.err" &&
  [ "$(names "$dir/apart.json")" = ms ] && [ "$(names "$dir/shared.json")" = nothing ] && [ "$listed" = 1 ]; then
  echo 'as found'
else
  echo 'CHANGED: no longer as found'
  exit 1
fi
# Seen on Node 20.20:
#   npm 11.19.1: sbom --omit=dev in a folder without development packages: exit 1
#   npm error code ESBOMPROBLEMS
#   npm error missing: is-number@7.0.0, required by app@1.0.0
#   --package-lock-only, ms needed by the application alone: ms
#   --package-lock-only, ms needed by a development package too: nothing (npm ls names ms: 1)
