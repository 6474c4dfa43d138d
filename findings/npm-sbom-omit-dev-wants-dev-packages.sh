#!/usr/bin/env bash
# npm 11.19.1: `npm sbom --omit=dev` refuses a folder in which the development packages were omitted.
#
# After `npm ci --omit=dev` (the folder one ships) it ends with ESBOMPROBLEMS, "missing: …, required by …" for each
# development package: --omit leaves packages out of the bill, not out of the check that comes before it. With
# --package-lock-only, which reads the same lock file and no folder, it works.
#
# What follows: the bill of materials of a production folder is made from the lock file, or before the folder is pruned.
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
status=0
npm11 sbom --omit=dev --sbom-format=cyclonedx >from-folder.json 2>from-folder.err || status=$?
npm11 sbom --omit=dev --sbom-format=cyclonedx --package-lock-only >from-lock.json
echo "npm $(npm11 --version): sbom --omit=dev in a folder without development packages: exit $status"
grep -E 'ESBOMPROBLEMS|missing' from-folder.err || true
node -e "const bill = require('./from-lock.json'); console.log('--package-lock-only:', bill.components.map((c) => c.name).join(', '))"
if [ "$status" -ne 0 ] && grep -q 'missing: is-number@7.0.0' from-folder.err; then
  echo 'as found'
else
  echo 'CHANGED: no longer as found'
  exit 1
fi
# Seen on Node 20.20:
#   npm 11.19.1: sbom --omit=dev in a folder without development packages: exit 1
#   npm error code ESBOMPROBLEMS
#   npm error missing: is-number@7.0.0, required by app@1.0.0
#   --package-lock-only: ms
