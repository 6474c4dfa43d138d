import Ajv, { type ErrorObject } from 'ajv';

/**
 * Checks a JSON value against a JSON schema of Microsoft's (draft 4); gives a sentence for each fault, with its place as in
 * the manifest: `bots[0].commandLists[1].commands: must NOT have more than 10 items`. Empty: it fits.
 *
 * @throws Error when the schema is none
 */
export function checkSchema(value: unknown, schema: Readonly<Record<string, unknown>>): string[] {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    // Half the time: the schema is read once, for one value.
    code: { optimize: false },
  });
  // Draft 4 does not know "if": whoever reads by its letter passes over it, and so does Microsoft's own check.
  ajv.removeKeyword('if');
  // Ajv asks for the rules of draft 4 by name, and needs nothing of them here.
  const rules = Object.entries(schema).filter(([keyword]) => keyword !== '$schema');
  const validate = ajv.compile(Object.fromEntries(rules));
  validate(value);
  return (validate.errors ?? []).map(describe);
}

function describe({ instancePath, message = 'does not fit', params }: ErrorObject): string {
  const details = DETAILS.flatMap((name) => (name in params ? [JSON.stringify(params[name])] : []));
  const place = instancePath
    .slice(1)
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
  return [place === '' ? message : `${place}: ${message}`, ...details].join(' ');
}

/** What a message of ajv leaves out, and whoever mends the fault has to know. */
const DETAILS = ['additionalProperty', 'allowedValues', 'allowedValue'];
