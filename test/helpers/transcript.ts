/**
 * Conversations as clinic staff read them: test/conversations/*.txt. Each line says who speaks:
 *
 *   # a comment
 *   يدخل المراجع                  the patient opens the chat
 *   المراجع: …                     the patient writes; [صورة], [ملصق], [رسالة فارغة], [نص من 10000 حرف] stand for such messages
 *   يكرر المراجع 3 مرات: …         the patient writes the same three times; what follows is about the last reply
 *   يعدّل المراجع رسالته: …         the patient changes the last message
 *   يمر: 31 دقيقة                  time goes by
 *   يُعاد تشغيل البرنامج            the program is ended and started again
 *   المساعد: … … …                 the replies hold these pieces in this order ("…" stands for anything)
 *   المساعد لا يقول: …             the replies do not hold this
 *   المساعد يسكت                   there is no reply
 *   الأزرار: أ | ب                 the last reply has these buttons among others
 *   بلا أزرار                      the last reply has none
 *   النوع: answer                  the kind of the first reply, where the door tells it
 *   المواضيع: a, b                 its topics, in this order, where the door tells them
 */
type Step =
  | { readonly kind: 'join' }
  | { readonly kind: 'say'; readonly message: Said; readonly times: number }
  | { readonly kind: 'edit'; readonly message: Said }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'restart' };

/** What a patient sends. */
export interface Said {
  readonly text: string;
  readonly extras: 'none' | 'image' | 'sticker';
}

/** What is expected after a step, with the line it stands on. */
interface Expectation {
  readonly line: number;
  readonly kind: 'says' | 'says-not' | 'silent' | 'buttons' | 'no-buttons' | 'kind' | 'topics';
  readonly values: readonly string[];
}

/** A conversation: steps with what is expected after each. */
export interface Transcript {
  readonly steps: readonly { readonly line: number; readonly step: Step; readonly expects: readonly Expectation[] }[];
}

/** One reply as any door gives it. `kind` and `topics` only where the door tells them. */
export interface Heard {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly kind?: string;
  readonly topics?: readonly string[];
}

/** A door to the assistant: in this process, over HTTP, over Direct Line. */
export interface Talker {
  join(): Promise<readonly Heard[]>;
  say(message: Said): Promise<readonly Heard[]>;
  edit?(message: Said): Promise<readonly Heard[]>;
  wait?(minutes: number): Promise<void>;
  restart?(): Promise<void>;
}

type LineReader = (rest: string) => Step | Omit<Expectation, 'line'>;

const KEYWORDS: readonly (readonly [keyword: string, read: LineReader])[] = [
  ['يدخل المراجع', () => ({ kind: 'join' })],
  ['المراجع:', (rest) => ({ kind: 'say', message: readSaid(rest), times: 1 })],
  ['يكرر المراجع', readRepeated],
  ['يعدّل المراجع رسالته:', (rest) => ({ kind: 'edit', message: readSaid(rest) })],
  ['يمر:', (rest) => ({ kind: 'wait', minutes: Number.parseInt(rest, 10) })],
  ['يُعاد تشغيل البرنامج', () => ({ kind: 'restart' })],
  ['المساعد لا يقول:', (rest) => ({ kind: 'says-not', values: [rest] })],
  ['المساعد يسكت', () => ({ kind: 'silent', values: [] })],
  ['المساعد:', (rest) => ({ kind: 'says', values: split(rest, '…') })],
  ['الأزرار:', (rest) => ({ kind: 'buttons', values: split(rest, '|') })],
  ['بلا أزرار', () => ({ kind: 'no-buttons', values: [] })],
  ['النوع:', (rest) => ({ kind: 'kind', values: [rest] })],
  ['المواضيع:', (rest) => ({ kind: 'topics', values: split(rest, ',') })],
];

/** Reads a transcript; throws naming the line that cannot be read. */
export function readTranscript(text: string): Transcript {
  const steps: { line: number; step: Step; expects: Expectation[] }[] = [];
  text.split('\n').forEach((raw, at) => {
    const written = raw.trim();
    if (written === '' || written.startsWith('#')) return;
    const read = readLine(written, at + 1);
    if (!('values' in read)) steps.push({ line: at + 1, step: read, expects: [] });
    else if (steps.length === 0) throw new Error(`line ${at + 1}: nobody has spoken yet`);
    else steps.at(-1)?.expects.push({ ...read, line: at + 1 });
  });
  return { steps };
}

function readLine(written: string, line: number): Step | Omit<Expectation, 'line'> {
  const found = KEYWORDS.find(([keyword]) => written.startsWith(keyword));
  if (found === undefined) throw new Error(`line ${line}: "${written}" begins with none of the known words`);
  const [keyword, read] = found;
  return read(written.slice(keyword.length).trim());
}

function readRepeated(written: string): Step {
  const [, times = '1', text = ''] = /^(\d+) مرات: (.*)$/.exec(written) ?? [];
  return { kind: 'say', message: readSaid(text), times: Number(times) };
}

function readSaid(written: string): Said {
  const long = /^\[نص من (\d+) حرف\]$/.exec(written)?.[1];
  if (long !== undefined)
    return { text: 'كلام طويل عن البلازما '.repeat(Number(long)).slice(0, Number(long)), extras: 'none' };
  if (written === '[صورة]') return { text: '', extras: 'image' };
  if (written === '[ملصق]') return { text: '', extras: 'sticker' };
  return { text: written === '[رسالة فارغة]' ? '' : written, extras: 'none' };
}

function split(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Plays a transcript through a door; throws at the first step that goes otherwise, telling what was expected and said. */
export async function playTranscript({ steps }: Transcript, talker: Talker): Promise<void> {
  for (const { line, step, expects } of steps) {
    const heard = await take(step, talker);
    const faults = expects.flatMap((expected) => check(expected, heard) ?? []);
    if (faults.length > 0) throw new Error([`after line ${line}:`, ...faults, ...describe(heard)].join('\n'));
  }
}

async function take(step: Step, talker: Talker): Promise<readonly Heard[]> {
  switch (step.kind) {
    case 'join':
      return talker.join();
    case 'say':
      for (let time = 1; time < step.times; time += 1) await talker.say(step.message);
      return talker.say(step.message);
    case 'edit':
      return (await talker.edit?.(step.message)) ?? cannot('edit');
    case 'wait':
      if (talker.wait === undefined) return cannot('wait');
      await talker.wait(step.minutes);
      return [];
    case 'restart':
      if (talker.restart === undefined) return cannot('restart');
      await talker.restart();
      return [];
    default:
      return step satisfies never;
  }
}

function cannot(what: string): never {
  throw new Error(`this door cannot ${what}`);
}

function check({ line, kind, values }: Expectation, heard: readonly Heard[]): string | undefined {
  const text = plain(heard.map((reply) => reply.text).join('\n'));
  const buttons = heard.at(-1)?.buttons ?? [];
  const [first] = heard;
  const fault = (what: string): string => `  line ${line}: ${what}`;
  switch (kind) {
    case 'says':
      return holdsInOrder(text, values.map(plain)) ? undefined : fault(`expected "${values.join(' … ')}"`);
    case 'says-not':
      return text.includes(plain(values[0] ?? '')) ? fault(`did not expect "${values.join('')}"`) : undefined;
    case 'silent':
      return heard.length === 0 ? undefined : fault('expected no reply');
    case 'buttons':
      return values.every((value) => buttons.includes(value))
        ? undefined
        : fault(`expected buttons ${values.join(' | ')}`);
    case 'no-buttons':
      return buttons.length === 0 ? undefined : fault('expected no buttons');
    case 'kind':
      return first?.kind === undefined || first.kind === values[0]
        ? undefined
        : fault(`expected kind ${values.join('')}`);
    case 'topics':
      return first?.topics === undefined || first.topics.join() === values.join()
        ? undefined
        : fault(`expected topics ${values.join(', ')}`);
    default:
      return kind satisfies never;
  }
}

function holdsInOrder(text: string, pieces: readonly string[]): boolean {
  let from = 0;
  return pieces.every((piece) => {
    const at = text.indexOf(piece, from);
    from = at + piece.length;
    return at !== -1;
  });
}

/** Without marks that show nothing and with single blanks: what a reader sees. */
function plain(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function describe(heard: readonly Heard[]): string[] {
  if (heard.length === 0) return ['  said: nothing'];
  return heard.map(({ text, buttons, kind = '', topics = [] }) =>
    [`  said (${kind} ${topics.join(', ')}):`, text, `[${buttons.join(' | ')}]`].join('\n'),
  );
}
