#!/usr/bin/env bash
# @microsoft/agents-hosting 1.8.1: an optional text that is empty refuses the whole activity; botbuilder 4.23.3, which it
# takes the place of, runs the turn.
#
# `conversation.name: ""` is what a chat without a name has, and `locale: ""` or an `id: ""` come from clients that fill in
# every field. The activity protocol asks for no minimal length. CloudAdapter.process rejects with a ZodError ("String must
# contain at least 1 character(s)") before the turn, so neither onTurnError nor the bot ever sees the message, and whoever
# wrote it hears nothing. `from.name: ""` is taken.
#
# What follows: who moves from botbuilder has to take out empty fields before process(), or catch what it rejects with.
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
const EMPTY = {
  'nothing is empty': {},
  'from.name': { from: { id: 'u', name: '' } },
  'conversation.name': { conversation: { id: 'c', name: '' } },
  locale: { locale: '' },
  id: { id: '' },
};

/** Whether the turn ran, or the name of what the adapter rejected with. */
const serve = (adapter) =>
  new Promise((resolve) => {
    const app = express().use(express.json());
    let became;
    app.post('/', (request, response) => {
      became = 'no turn';
      const turn = () => Promise.resolve((became = 'turn'));
      Promise.resolve(adapter.process(request, response, turn))
        .catch((error) => (became = error.name))
        .finally(() => response.headersSent || response.end());
    });
    const server = app.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${server.address().port}/`;
      resolve({
        stop: () => server.close(),
        ask: async (changes) => {
          const body = JSON.stringify({ ...activity, ...changes });
          await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
          return became;
        },
      });
    });
  });

(async () => {
  const agents = await serve(new Agents({}));
  const framework = await serve(new CloudAdapter(new ConfigurationBotFrameworkAuthentication({})));
  const seen = {};
  for (const [name, changes] of Object.entries(EMPTY)) {
    seen[name] = `${await framework.ask(changes)} / ${await agents.ask(changes)}`;
    console.log(`${name.padEnd(18)} botbuilder / agents-hosting: ${seen[name]}`);
  }
  agents.stop();
  framework.stop();
  const refused = ['conversation.name', 'locale', 'id'].every((name) => seen[name] === 'turn / ZodError');
  const isAsFound = refused && seen['nothing is empty'] === 'turn / turn' && seen['from.name'] === 'turn / turn';
  console.log(isAsFound ? 'as found: an empty optional field refuses the activity' : 'CHANGED: no longer as found');
  process.exit(isAsFound ? 0 : 1);
})();
JS
node --no-deprecation run.cjs
# Seen on Node 20.20:
#   nothing is empty   botbuilder / agents-hosting: turn / turn
#   from.name          botbuilder / agents-hosting: turn / turn
#   conversation.name  botbuilder / agents-hosting: turn / ZodError
#   locale             botbuilder / agents-hosting: turn / ZodError
#   id                 botbuilder / agents-hosting: turn / ZodError
