import { digestOf } from '../../knowledge/published/item';

type Clinic = Readonly<Record<string, unknown>>;

/** What becomes of two people's changes to the clinic's data. */
export type Merge =
  | { readonly kind: 'merged'; readonly value: Clinic }
  /** Both changed these fields, to different values. */
  | { readonly kind: 'clash'; readonly fields: readonly string[] };

/**
 * Puts one's changes on top of what a colleague saved meanwhile: each field of its own.
 *
 * @param opened the data as they were when the form was opened
 */
export function mergeClinic(opened: Clinic, mine: Clinic, live: Clinic): Merge {
  const same = (a: unknown, b: unknown): boolean => digestOf(a) === digestOf(b);
  const names = [...new Set([opened, mine, live].flatMap(Object.keys))];
  const clash = names.filter(
    (name) => !same(opened[name], mine[name]) && !same(opened[name], live[name]) && !same(mine[name], live[name]),
  );
  if (clash.length > 0) return { kind: 'clash', fields: clash };
  const value = names.map((name) => [name, same(opened[name], mine[name]) ? live[name] : mine[name]] as const);
  return { kind: 'merged', value: Object.fromEntries(value.filter(([, inner]) => inner !== undefined)) };
}
