import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../icons/crc32';

/** A file of an archive, without folders. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0: deflate. */
const VERSION = 20;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATE = 8;
/** 1 January 1980, the first day the format knows: the same content always gives the same archive. */
const DATE = 0x0021;

/** Writes a zip archive. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const named = Buffer.from(name, 'utf8');
    const common = describe(content, packed, named);
    const local = Buffer.concat([uint32(LOCAL), common, named, packed]);
    centrals.push(Buffer.concat([uint32(CENTRAL), uint16(VERSION), common, Buffer.alloc(10), uint32(offset), named]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const count = uint16(entries.length);
  const end = [uint32(END), uint32(0), count, count, uint32(directory.length), uint32(offset), uint16(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

/** The part that stands alike before a file and in the directory: version to length of the extra field. */
function describe(content: Buffer, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    ...[VERSION, UTF8, DEFLATE, 0, DATE].map(uint16),
    ...[crc32(content), packed.length, content.length].map(uint32),
    ...[name.length, 0].map(uint16),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
