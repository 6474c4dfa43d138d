#!/usr/bin/env bash
# @microsoft/agents-hosting 1.8.1: `recipient.isTargeted` is gone before the turn: who is written to in private answers
# everybody.
#
# Teams marks a message that one person of a chat sends to the agent alone with `recipient.isTargeted: true`, and a reply for
# that person alone wants the same field and `?isTargetedActivity=true`. The adapter keeps unknown fields of the activity
# (`somethingNew`), and drops unknown fields of accounts, without a word: the bot cannot see that it was written to in private,
# and context.sendActivity posts the ordinary reply. botbuilder 4.23.3 keeps both fields.
#
# What follows: an app that sets supportsTargetedMessages must not stand behind this version.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @microsoft/agents-hosting@1.8.1 botbuilder@4.23.3 express@5.2.1
cat >run.cjs <<'JS'
const express = require('express');
const { CloudAdapter: Agents } = require('@microsoft/agents-hosting');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

const activity = {
  type: 'message', id: '1', text: 'x', channelId: 'msteams', serviceUrl: 'http://127.0.0.1:1', deliveryMode: 'expectReplies',
  conversation: { id: '19:x@thread.v2', conversationType: 'groupChat', isGroup: true },
  from: { id: '29:u' }, recipient: { id: '28:b', isTargeted: true }, somethingNew: true,
};

/** What the turn sees of the recipient, and of a field of the activity that nobody knows. */
const see = (adapter) =>
  new Promise((resolve) => {
    let seen;
    const app = express().use(express.json());
    app.post('/', (request, response) => {
      const turn = ({ activity: { recipient, somethingNew } }) => {
        seen = JSON.stringify({ recipient, somethingNew });
        return Promise.resolve();
      };
      Promise.resolve(adapter.process(request, response, turn)).finally(() => response.headersSent || response.end());
    });
    const server = app.listen(0, '127.0.0.1', async () => {
      const headers = { 'content-type': 'application/json' };
      const url = `http://127.0.0.1:${server.address().port}/`;
      await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) })).text();
      server.close(() => resolve(seen));
    });
  });

(async () => {
  const framework = await see(new CloudAdapter(new ConfigurationBotFrameworkAuthentication({})));
  const agents = await see(new Agents({}));
  console.log(`botbuilder      ${framework}`);
  console.log(`agents-hosting  ${agents}`);
  const isAsFound =
    framework === '{"recipient":{"id":"28:b","isTargeted":true},"somethingNew":true}' &&
    agents === '{"recipient":{"id":"28:b"},"somethingNew":true}';
  console.log(isAsFound ? 'as found: isTargeted is dropped' : 'CHANGED: no longer as found');
  process.exit(isAsFound ? 0 : 1);
})();
JS
node --no-deprecation run.cjs
# Seen on Node 20.20:
#   botbuilder      {"recipient":{"id":"28:b","isTargeted":true},"somethingNew":true}
#   agents-hosting  {"recipient":{"id":"28:b"},"somethingNew":true}
