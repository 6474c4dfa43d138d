import { type StaffForm, readForm } from './staff-form';

/** What a request brings. */
interface SentBody {
  readonly form: StaffForm;
  /** The file of the form; undefined where it has none. */
  readonly file: Buffer | undefined;
}

/** Reads a form, with its file where it has one. What is neither is an empty form. Never throws. */
export async function readBody(type: string, body: Buffer): Promise<SentBody> {
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { form: readForm(body.toString('utf8')), file: undefined };
  if (!type.startsWith('multipart/form-data')) return { form: readForm(''), file: undefined };
  try {
    // Advised against where bodies stream in; this one is whole, and no larger than its route allows.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const data = await new Response(body, { headers: { 'content-type': type } }).formData();
    const fields = new URLSearchParams();
    let file: Buffer | undefined;
    for (const [name, value] of data) {
      if (typeof value === 'string') fields.append(name, value);
      else if (value.size > 0) file = Buffer.from(await value.arrayBuffer());
    }
    return { form: readForm(fields.toString()), file };
  } catch {
    return { form: readForm(''), file: undefined };
  }
}
