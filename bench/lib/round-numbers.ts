const DIGITS = 4;

/** The same data with every number rounded to four digits after the point, so that files do not change with the machine. */
export function roundNumbers<T>(data: T): T {
  return JSON.parse(
    JSON.stringify(data, (_key, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(DIGITS)) : value)),
  ) as T;
}
