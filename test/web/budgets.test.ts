import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readPng } from '../../src/cli/icons/png';
import { WEB_ICONS } from '../../src/cli/icons/web-icons';
import { looks } from '../helpers/looks';
import { startWeb, type WebServer } from './start-web';

jest.setTimeout(60_000);

let server: WebServer;

beforeAll(async () => {
  server = await startWeb({ allowedOrigins: ['https://clinic.example'] });
}, 120_000);

afterAll(() => server.stop());

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(server.url + path, { headers });
const gzipped = async (path: string): Promise<number> =>
  gzipSync(Buffer.from(await (await get(path)).arrayBuffer())).length;

describe('budgets', () => {
  /** Kilobytes (1,024) of each file, gzip. The button carries its style, its words and the clinic's card. */
  it.each([
    ['/widget.js', 5],
    ['/chat', 9],
    ['/chat.js', 24],
    ['/chat.css', 5],
    ['/page.js', 1],
    ['/page.css', 3],
  ])('%s is at most %i kB', async (path, most) => {
    expect(await gzipped(path)).toBeLessThanOrEqual(most * 1024);
  });

  it('the whole chat is at most 40 kB', async () => {
    const sizes = await Promise.all(['/chat', '/chat.js', '/chat.css'].map(gzipped));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40 * 1024);
  });
});

describe('what is sent', () => {
  it.each([
    ['the chat', '/chat', "frame-ancestors 'self' https://clinic.example"],
    ['the clinic page', '/', "frame-ancestors 'none'"],
  ])('%s runs only scripts and styles of its own answer, and says who may frame it', async (_name, path, framing) => {
    const [one, other] = await Promise.all([get(path), get(path)]);
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(framing);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toBe(other.headers.get('content-security-policy'));
    expect(one.headers.get('set-cookie')).toBeNull();
    // With "no-store" a browser would not keep the page around for its way back.
    expect(one.headers.get('cache-control')).toBe('no-cache');
  });

  it('pages are sent packed, may stand in isolated pages, and files may be read by any site', async () => {
    const chat = await get('/chat', { 'Accept-Encoding': 'gzip' });
    expect(chat.headers.get('content-encoding')).toBe('gzip');
    expect(chat.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect((await get('/widget.js')).headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each([
    ['on the list', 'https://clinic.example', 'frame-src'],
    ['not on the list', 'https://other.example', 'https://other.example is not in ALLOWED_ORIGINS'],
  ])('a page %s hears what of the set-up is wrong', async (_name, origin, words) => {
    const response = await get('/widget.json', { Origin: origin });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(((await response.json()) as { readonly fault: string }).fault).toContain(words);
  });

  it('files named with their version are kept for good, the script of sites for minutes', async () => {
    const page = await (await get('/chat')).text();
    const path = /\/chat\.js\?v=[\w-]+/.exec(page)?.[0] ?? '';
    expect((await get(path)).headers.get('cache-control')).toContain('immutable');
    expect((await get('/chat.js?v=other')).headers.get('cache-control')).not.toContain('immutable');
    expect((await get('/widget.js')).headers.get('cache-control')).toContain('max-age=300');
  });

  it('a file that has not changed is not sent again', async () => {
    const etag = (await get('/widget.js')).headers.get('etag') ?? '';
    expect((await get('/widget.js', { 'If-None-Match': etag })).status).toBe(304);
  });

  it.each(['br', 'gzip', 'identity'])('files can be had as %s', async (encoding) => {
    const response = await get('/chat.js', { 'Accept-Encoding': encoding });
    expect(response.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    expect(await response.text()).toContain('clientActivityID');
  });

  it('the manifest and its icon make the chat installable', async () => {
    const manifest = (await (await get('/chat.webmanifest')).json()) as {
      readonly icons: readonly Readonly<Record<'src' | 'type' | 'sizes', string>>[];
    };
    expect(manifest).toMatchObject({ start_url: '/chat', display: 'standalone', lang: 'ar', dir: 'rtl' });
    for (const { src, type, sizes } of manifest.icons) {
      const icon = await get(src);
      expect(icon.headers.get('content-type')).toBe(type);
      const size = readPng(Buffer.from(await icon.arrayBuffer()));
      expect(size ? `${size.width}x${size.height}` : 'any').toBe(sizes);
    }
  });

  it.each(['/', '/chat'])('%s names the icon iOS puts on the home screen, which is there', async (path) => {
    const href = /rel="apple-touch-icon" href="([^"]+)"/.exec(await (await get(path)).text())?.[1] ?? '';
    expect(readPng(Buffer.from(await (await get(href)).arrayBuffer()))).toMatchObject({ width: 180, height: 180 });
  });

  it.each(Object.entries(WEB_ICONS))('%s is what the command draws', (name, draw) => {
    expect(looks(readPng(readFileSync(`web/icons/${name}`)))).toEqual(looks(draw()));
  });
});
