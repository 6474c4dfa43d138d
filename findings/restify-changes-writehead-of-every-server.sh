#!/usr/bin/env bash
# restify 12.0.0: loading it makes `writeHead` of every HTTP server in the process give back undefined.
#
# Node's documentation: response.writeHead returns the response, "so that calls can be chained" (since 11.10, 2019). At
# require('restify'), before any server of its own is made, restify puts a function on http.ServerResponse.prototype that
# returns nothing. A plain node:http server that restify never sees then fails with a TypeError at
# `response.writeHead(200).end('x')`.
#
# What follows: a metrics endpoint, a double in a test or another library breaks by restify's mere presence in the process;
# there it has to be two statements, `response.writeHead(…); response.end(…)`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact restify@12.0.0
cat >run.cjs <<'JS'
const http = require('node:http');

/** What a server of node:http, which chains as Node's documentation does, answers. */
const ask = () =>
  new Promise((resolve) => {
    const server = http.createServer((_request, response) => {
      try {
        response.writeHead(200, { 'Content-Type': 'text/plain' }).end('chained');
      } catch (error) {
        response.end(`${error.name}: ${error.message}`);
      }
    });
    server.listen(0, '127.0.0.1', async () => {
      const text = await (await fetch(`http://127.0.0.1:${server.address().port}/`)).text();
      server.close(() => resolve(text));
    });
  });

(async () => {
  const before = await ask();
  require('restify');
  const after = await ask();
  console.log(`before require('restify'): ${before}`);
  console.log(`after it:                  ${after}`);
  const isAsFound = before === 'chained' && /^TypeError: .*undefined/.test(after);
  console.log(isAsFound ? "as found: a server that is none of restify's fails" : 'CHANGED: no longer as found');
  process.exit(isAsFound ? 0 : 1);
})();
JS
node --no-deprecation run.cjs
# Seen on Node 20.20:
#   before require('restify'): chained
#   after it:                  TypeError: Cannot read properties of undefined (reading 'end')
