import { z } from 'zod';
import { plainText } from '../text';

type Said<Key extends string> = z.ZodObject<Record<Key, typeof plainText>, z.core.$strict>;

/** A group of texts, each under its key. */
export function said<Key extends string>(...keys: readonly Key[]): Said<Key> {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, plainText]))) as Said<Key>;
}
