#!/usr/bin/env bash
# @microsoft/agents-hosting 1.8.1: replies in the response (deliveryMode "expectReplies") hold `_channelId` and no `channelId`.
#
# The activity protocol's field is `channelId`. The adapter writes the replies with JSON.stringify, and its Activity keeps the
# channel in a property `_channelId` behind an accessor, which JSON.stringify does not see. botbuilder 4.23.3 writes
# `channelId`.
#
# What follows: a client that reads the channel of a reply, or hands the reply on as an activity, has to put the field back.
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
  type: 'message', id: '1', text: 'x', channelId: 'test', serviceUrl: 'http://127.0.0.1:1', deliveryMode: 'expectReplies',
  conversation: { id: 'c' }, from: { id: 'u' }, recipient: { id: 'b' },
};

/** The names of the reply's fields that say the channel. */
const ask = (adapter) =>
  new Promise((resolve) => {
    const app = express().use(express.json());
    app.post('/', (request, response) => adapter.process(request, response, (context) => context.sendActivity('hello')));
    const server = app.listen(0, '127.0.0.1', async () => {
      const headers = { 'content-type': 'application/json' };
      const url = `http://127.0.0.1:${server.address().port}/`;
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
      const [reply] = (await answer.json()).activities;
      server.close(() => resolve(Object.keys(reply).filter((name) => /channelId/i.test(name)).join()));
    });
  });

(async () => {
  const framework = await ask(new CloudAdapter(new ConfigurationBotFrameworkAuthentication({})));
  const agents = await ask(new Agents({}));
  console.log(`botbuilder      ${framework}`);
  console.log(`agents-hosting  ${agents}`);
  const isAsFound = framework === 'channelId' && agents === '_channelId';
  console.log(isAsFound ? 'as found: the reply names its channel _channelId' : 'CHANGED: no longer as found');
  process.exit(isAsFound ? 0 : 1);
})();
JS
node --no-deprecation run.cjs
# Seen on Node 20.20:
#   botbuilder      channelId
#   agents-hosting  _channelId
