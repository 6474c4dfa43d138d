const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/** A template with its values, and the placeholders nothing is known for. */
export interface FilledTemplate {
  readonly text: string;
  readonly unknown: readonly string[];
}

/** Puts values where a JSON template says `{{NAME}}` inside a text. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): FilledTemplate {
  const unknown: string[] = [];
  const text = template.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) unknown.push(placeholder);
    // Quotes and backslashes of a value must not end the text it stands in.
    return JSON.stringify(value ?? '').slice(1, -1);
  });
  return { text, unknown };
}
