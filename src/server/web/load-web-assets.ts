import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WidgetContent } from './widget-content';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A file browsers load, packed at its first request. */
export interface WebAsset {
  readonly type: string;
  /** Changes with the content. */
  readonly version: string;
  readonly plain: Buffer;
  readonly gzip: () => Buffer;
  readonly brotli: () => Buffer;
}

/** Everything browsers load besides pages. */
export type WebAssets = Readonly<
  Record<'chat.js' | 'chat.css' | 'early.js' | 'widget.js' | 'page.js' | 'page.css', WebAsset>
>;

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/**
 * Loads what `npm run build` made of web/.
 *
 * @param content what the button on a clinic's page says: the script is put into a function that knows it
 */
export function loadWebAssets(directory: string, content: WidgetContent): WebAssets {
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  const widget = `((PRP_STRINGS,PRP_CLINIC)=>{${read('widget.js')}})(${JSON.stringify(content.strings)},${JSON.stringify(content.clinic)});\n`;
  return {
    'chat.js': createAsset(SCRIPT, read('chat.js')),
    'chat.css': createAsset(STYLE, read('chat.css')),
    'early.js': createAsset(SCRIPT, read('early.js')),
    'widget.js': createAsset(SCRIPT, widget),
    'page.js': createAsset(SCRIPT, read('page.js')),
    'page.css': createAsset(STYLE, read('page.css')),
  };
}

/** A text or a picture as browsers load it. */
export function createAsset(type: string, content: string | Buffer): WebAsset {
  const plain = typeof content === 'string' ? Buffer.from(content) : content;
  const version = createHash('sha256').update(plain).digest('base64url').slice(0, 12);
  const gzip = once(() => gzipSync(plain, { level: 9 }));
  const brotli = once(() =>
    brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  );
  return { type, version, plain, gzip, brotli };
}

function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined;
  return () => (made ??= make());
}
