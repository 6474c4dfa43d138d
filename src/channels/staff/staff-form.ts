/** The fields of a sent form. */
export interface StaffForm {
  /** The first value of a field, line ends as `\n`; empty where there is none. */
  text(name: string): string;
  /** Every value of a field. */
  all(name: string): readonly string[];
  has(name: string): boolean;
  entries(): readonly (readonly [string, string])[];
}

/** Reads a form as browsers send it (`application/x-www-form-urlencoded`). Never throws. */
export function readForm(body: string): StaffForm {
  const fields = new URLSearchParams(body);
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
  return {
    text: (name) => plain(fields.get(name) ?? ''),
    all: (name) => fields.getAll(name).map(plain),
    has: (name) => fields.has(name),
    entries: () => [...fields].map(([name, value]) => [name, plain(value)] as const),
  };
}
