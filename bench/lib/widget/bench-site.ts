import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Client } from './client';

/** A clinic's site with one page for each client. */
export interface BenchSite {
  readonly origin: string;
  /** Makes the pages. `server` is where the assistant is served. */
  show(clients: readonly Client[], server: string): void;
  stop(): Promise<void>;
}

interface File {
  readonly type: string;
  readonly body: Buffer;
}

/** Comes with `npm ci --prefix bench/widget`. */
const WEB_CHAT = join('bench', 'widget', 'node_modules', 'botframework-webchat', 'dist');
const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** A file of Web Chat that browsers load. @throws where the package is not installed */
export function readWebChat(file: string): Buffer {
  return readFileSync(join(WEB_CHAT, file));
}

/** Whether the package is installed. */
export const hasWebChat = (): boolean => existsSync(WEB_CHAT);

/** Serves the pages on this machine, everything packed with gzip before anybody asks. */
export async function startBenchSite(): Promise<BenchSite> {
  const files = new Map<string, File>();
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    if (file === undefined) return void response.writeHead(404).end();
    const { type, body } = file;
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    show(clients, assistant) {
      for (const client of clients) {
        files.set(client.page, pack(HTML, Buffer.from(drawPage(client.markup(assistant)))));
        for (const file of client.files) files.set(`/${file}`, pack(SCRIPT, readWebChat(file)));
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const pack = (type: string, body: Buffer): File => ({ type, body: gzipSync(body, { level: 9 }) });

const drawPage = (markup: string): string => `<!doctype html>
<html lang="ar" dir="rtl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Clinic</title>
<body>
<main><h1>Clinic</h1>${'<p>A clinic’s page.</p>'.repeat(20)}</main>
${markup}
</body>
</html>`;
