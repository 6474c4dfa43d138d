#!/usr/bin/env bash
# kysely 0.28.18 over pg 8.23.1 with `pipeline: true`: inside a transaction no two statements ever travel together.
#
# pg sends statements of one client back to back when its pipeline is on. Kysely's transaction() lets one statement at a
# time reach the connection (SingleConnectionProvider): of three begun with Promise.all, each is sent when the one before
# has been answered. With a server 20 ms away they cost three ways, the same three through the client alone cost one.
# Outside a transaction each statement takes a connection of its own.
#
# What follows: to pipeline, make the Transaction yourself over an executor whose connection provider does not queue.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact kysely@0.28.18 pg@8.23.1
cat >run.cjs <<'JS'
// A server that speaks just enough of the protocol: it answers every Sync 20 ms later with ReadyForQuery.
const net = require('node:net');
const { Client, Pool } = require('pg');
const { Kysely, PostgresDialect, sql } = require('kysely');
const message = (type, body = Buffer.alloc(0)) => {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const complete = (tag) => message('C', Buffer.from(`${tag}\0`));
const ready = message('Z', Buffer.from('T'));
let arrivals = [];
const server = net.createServer((socket) => {
  let started = false;
  let rest = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    let answered = 0;
    for (;;) {
      if (!started) {
        if (rest.length < 8) break;
        rest = rest.subarray(rest.readInt32BE(0));
        started = true;
        socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
        continue;
      }
      if (rest.length < 5 || rest.length < rest.readInt32BE(1) + 1) break;
      const type = String.fromCharCode(rest[0]);
      rest = rest.subarray(rest.readInt32BE(1) + 1);
      if (type === 'Q' || type === 'S') answered += 1;
    }
    for (let i = 0; i < answered; i += 1) {
      arrivals.push(performance.now());
      setTimeout(() => socket.write(Buffer.concat([complete('SELECT 0'), ready])), 20);
    }
  });
});
// Statements that reach the server within 10 ms of each other have travelled together.
const ways = () => arrivals.filter((at, i) => i === 0 || at - arrivals[i - 1] > 10).length;
server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const place = { host: '127.0.0.1', port, user: 'x', database: 'x', pipeline: true };
  const client = new Client(place);
  await client.connect();
  arrivals = [];
  await Promise.all([1, 2, 3].map((n) => client.query(`select ${n}`)));
  const alone = ways();
  await client.end();
  const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ ...place, max: 1 }) }) });
  let inside = 0;
  await db.transaction().execute(async (transaction) => {
    arrivals = [];
    await Promise.all([1, 2, 3].map((n) => sql.raw(`select ${n}`).execute(transaction)));
    inside = ways();
  });
  await db.destroy();
  server.close();
  console.log(`three statements begun at once: pg ${alone} way, kysely's transaction ${inside} ways`);
  const isAsFound = alone === 1 && inside === 3;
  console.log(isAsFound ? 'as found: one waits for the other' : 'CHANGED: no longer as found');
  process.exit(isAsFound ? 0 : 1);
});
JS
timeout 60 node run.cjs
