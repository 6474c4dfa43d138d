/** Values for placeholders: a text, or a list that takes a line for each entry where it stands alone on its line. */
export type Values = ReadonlyMap<string, string | readonly string[]>;

/** A text with its values. */
export interface Filled {
  /** Trimmed; a line with a placeholder that has no value is left out, and so is an empty line too many. */
  readonly text: string;
  /** Names of the placeholders that were filled. */
  readonly used: readonly string[];
  /**
   * True when there were placeholders and not one had a value, or when none of those had one that stand alone on a line:
   * what the text is about.
   */
  readonly allMissing: boolean;
}

const PLACEHOLDER = /\{([^{}\n]+)\}/g;
const ALONE = /^\s*\{([^{}\n]+)\}\s*$/;
/** What a line names before its value: "• Insurance: {clinic.insurance}". */
const LABEL = /^[\s•]*([^:{}]+):\s*\{[^{}\n]+\}\s*$/u;
/** Stands for the names of the lines that were left out. */
const NOT_GIVEN = 'clinic.notGiven';
const BULLET = '•';

/**
 * Puts values in the place of `{placeholders}`.
 *
 * @param comma what stands between the entries of a list within a line.
 */
export function fillPlaceholders(template: string, values: Values, comma: string): Filled {
  const used: string[] = [];
  let missing = 0;
  const notGiven = labelsWithout(template, values);
  const all = notGiven.length > 0 ? new Map([...values, [NOT_GIVEN, notGiven.join(`${comma} `)]]) : values;
  const lines = template.split('\n').flatMap((line) => {
    const names = Array.from(line.matchAll(PLACEHOLDER), (match) => match[1] ?? '');
    if (names.some((name) => !all.has(name))) {
      if (!names.includes(NOT_GIVEN)) missing += 1;
      return [];
    }
    used.push(...names.filter((name) => name !== NOT_GIVEN));
    return [fillLine(line, all, comma)];
  });
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const alone = template.split('\n').flatMap((line) => ALONE.exec(line)?.[1] ?? []);
  const isPointless = alone.length > 0 && !alone.some((name) => all.has(name));
  return { text, used, allMissing: missing > 0 && (used.length === 0 || isPointless) };
}

/** The names of the lines that will be left out, in their order. */
function labelsWithout(template: string, values: Values): string[] {
  return template.split('\n').flatMap((line) => {
    const [, label] = LABEL.exec(line) ?? [];
    const names = Array.from(line.matchAll(PLACEHOLDER), (match) => match[1] ?? '');
    return label !== undefined && names.some((name) => !values.has(name)) ? [label.trim()] : [];
  });
}

function fillLine(line: string, values: Values, comma: string): string {
  const alone = values.get(ALONE.exec(line)?.[1] ?? '');
  if (typeof alone === 'object') return alone.map((entry) => `${BULLET} ${entry}`).join('\n');
  return line.replace(PLACEHOLDER, (_whole, name: string) => {
    const value = values.get(name) ?? '';
    return typeof value === 'string' ? value : value.join(`${comma} `);
  });
}
