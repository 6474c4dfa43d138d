/**
 * `npm run bench:widget`: from a press of the chat's button to the bot's first message, this widget beside Web Chat, in one
 * run, in a real browser with empty caches, against the real server; also at a quarter of the processor.
 * Prints and writes bench/results/widget.md and widget.svg. `--rounds N` for a shorter look, which writes nothing.
 * Web Chat comes with `npm ci --prefix bench/widget`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keptContent } from '../src/program/content/kept-content';
import { loadKnowledge } from '../src/knowledge/load-knowledge';
import { startServer } from './lib/chat/server-process';
import { hasWebChat, startBenchSite } from './lib/widget/bench-site';
import { type Client, MINIMAL, OURS, WEB_CHAT } from './lib/widget/client';
import { describeOpenings } from './lib/widget/describe-openings';
import { startDevTools } from './lib/widget/dev-tools';
import { drawOpenings } from './lib/widget/draw-openings';
import { measureOpening } from './lib/widget/measure-opening';
import type { Series } from './lib/widget/series';

const RESULTS = join('bench', 'results');
const CLIENTS: readonly Client[] = [OURS, WEB_CHAT, MINIMAL];
/** Times the processor is slowed down: not, and as a cheap phone. */
const SLOWDOWNS = [1, 4];
/** Of the 120 starts the server allows an address, Web Chat takes two an opening and this widget one: with the warm-up 115. */
const ROUNDS = 11;

async function main(rounds: number): Promise<void> {
  const welcome = loadKnowledge('knowledge', keptContent()).messages.chat.welcome.text.split('\n', 1)[0] ?? '';
  const site = await startBenchSite();
  const server = await startServer({
    command: [join('dist', 'main.js')],
    database: undefined,
    settings: { ALLOWED_ORIGINS: site.origin },
  });
  const browser = await startDevTools();
  try {
    site.show(CLIENTS, server.url);
    const open = (client: Client, slowdown: number) =>
      measureOpening(browser, { client, slowdown, site: site.origin, welcome });
    // The first of each fills the server's caches: it does not count.
    for (const client of CLIENTS) await open(client, 1);
    const all: Series[] = SLOWDOWNS.flatMap((slowdown) =>
      CLIENTS.map((client) => ({ client, slowdown, openings: [] })),
    );
    for (let round = 0; round < rounds; round += 1) {
      for (const { client, slowdown, openings } of all) openings.push(await open(client, slowdown));
    }
    const table = describeOpenings(all, String((await browser.send('Browser.getVersion'))['product']));
    console.log(table);
    if (rounds >= ROUNDS) write(table, drawOpenings(all));
  } finally {
    await browser.stop();
    await server.stop();
    await site.stop();
  }
}

function write(table: string, plot: string): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'widget.md'), `${table}\n![Time from click to first message](widget.svg)\n`);
  writeFileSync(join(RESULTS, 'widget.svg'), plot);
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: String(ROUNDS) } } });
if (hasWebChat()) void main(Number(values.rounds));
else {
  console.error('Web Chat is not installed: run npm ci --prefix bench/widget');
  process.exitCode = 1;
}
