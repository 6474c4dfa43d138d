import { z } from 'zod';
import { plainText } from '../text';

type Said<Key extends string> = z.ZodObject<Record<Key, typeof plainText>, z.core.$strict>;
type SaidAndMore<Key extends string> = z.ZodObject<Record<Key, typeof plainText>, z.core.$catchall<typeof plainText>>;

const shapeOf = <Key extends string>(keys: readonly Key[]): Record<Key, typeof plainText> =>
  Object.fromEntries(keys.map((key) => [key, plainText])) as Record<Key, typeof plainText>;

/** A group of texts, each under its key. */
export const said = <Key extends string>(...keys: readonly Key[]): Said<Key> => z.strictObject(shapeOf(keys));

/** The same with further texts under keys only the content knows, such as data of the clinic. */
export const saidAndMore = <Key extends string>(...keys: readonly Key[]): SaidAndMore<Key> =>
  z.object(shapeOf(keys)).catchall(plainText);
