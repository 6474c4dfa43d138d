const POLYNOMIAL = 0xedb88320;

/** The checksum of every byte value. */
const TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  let rest = value;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/** The CRC-32 checksum of PNG and zip files. Node has its own only since 20.15. */
export function crc32(bytes: Uint8Array): number {
  const all = bytes.reduce((sum, byte) => (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0), 0xffffffff);
  return (all ^ 0xffffffff) >>> 0;
}
