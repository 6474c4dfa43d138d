import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Characters; long beats complicated (NIST SP 800-63B). */
const SHORTEST_PASSWORD = 12;
/** Characters; more would only cost time. */
const LONGEST_PASSWORD = 200;
const FEWEST_DIFFERENT = 5;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/**
 * scrypt's cost: 2^15 rounds, blocks of 8, three times over (OWASP's list of equal settings): 32 MB and about 0.3 s.
 * Up: slower guessing for whoever steals the database, slower signing in. Kept with each password, so it can be moved.
 */
const COST = { N: 2 ** 15, r: 8, p: 3 };

/** Why a password is not taken; undefined: it is. */
export function weighPassword(password: string, own: readonly string[]): 'short' | 'long' | 'plain' | undefined {
  const signs = Array.from(password.normalize('NFKC'));
  if (signs.length < SHORTEST_PASSWORD) return 'short';
  if (signs.length > LONGEST_PASSWORD) return 'long';
  const folded = password.toLowerCase();
  const isOwn = own.some((name) => name.length > 3 && folded.replaceAll(name.toLowerCase(), '').length < 6);
  return isOwn || new Set(signs).size < FEWEST_DIFFERENT ? 'plain' : undefined;
}

/** The form in which a password is kept: it cannot be read back. */
export async function keepPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * Whether a password is the kept one. Where there is none the same work is done, so that the time tells nobody whether
 * a name exists.
 */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [kind, N, r, p, salt = '', key = ''] = (kept ?? '').split('$');
  if (kind !== 'scrypt') {
    await derive(password, randomBytes(SALT_BYTES), COST);
    return false;
  }
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const maxmem = 256 * cost.N * cost.r;
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFKC').slice(0, LONGEST_PASSWORD),
      salt,
      KEY_BYTES,
      { ...cost, maxmem },
      (error, key) => {
        if (error) reject(error);
        else resolve(key);
      },
    );
  });
}
