#!/usr/bin/env bash
# botbuilder 4.23.3: CloudAdapter.processActivityDirect rejects with another error than the turn did.
#
# processActivity hands on what the turn threw. processActivityDirect, documented as the same for an activity that came by
# no HTTP request, throws a new Error whose message is the stack of the first: its class, name, code and cause are gone, and
# so is the identity. Every `error.code === …` and `instanceof` around it is false.
#
# What follows: a program that runs turns itself (a channel of its own, a queue) cannot tell a database that is away for a
# moment from a turn that fails for good, and whoever logs the message logs the stack, with whatever the first message
# quoted. Calling the protected processActivity from a class derived from CloudAdapter keeps the error.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact botbuilder@4.23.3
cat >run.cjs <<'JS'
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

const thrown = Object.assign(new RangeError('no connection'), { code: '08006', cause: new Error('socket') });
const activity = {
  type: 'message', id: '1', text: 'x', channelId: 'test', serviceUrl: 'http://127.0.0.1:1',
  conversation: { id: 'c' }, from: { id: 'u' }, recipient: { id: 'b' },
};
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

(async () => {
  const seen = {};
  for (const way of ['processActivity', 'processActivityDirect']) {
    const error = await adapter[way]('', activity, () => Promise.reject(thrown)).catch((rejected) => rejected);
    const { name, code, cause } = error;
    seen[way] = { same: error === thrown, name, code, cause: cause?.message, quotes: error.message.includes('RangeError: no connection') };
    console.log(way.padEnd(22), JSON.stringify(seen[way]));
  }
  const { processActivity: plain, processActivityDirect: direct } = seen;
  const isAsFound = plain.same && !direct.same && direct.name === 'Error' && direct.code === undefined && direct.quotes;
  console.log(isAsFound ? 'as found: the direct way replaces the error' : 'CHANGED: no longer as found');
  process.exit(isAsFound ? 0 : 1);
})();
JS
node --no-deprecation run.cjs
# Seen on Node 20.20:
#   processActivity        {"same":true,"name":"RangeError","code":"08006","cause":"socket","quotes":false}
#   processActivityDirect  {"same":false,"name":"Error","quotes":true}
