import { parseArgs } from 'node:util';

/** What `npm run bench:chat` is asked to measure. */
export interface ChatOptions {
  /** Open chats. */
  readonly chats: number;
  /** Messages a second. */
  readonly rate: number;
  /** How long. */
  readonly seconds: number;
  /** A PostgreSQL server on which databases may be made; undefined: the built-in one. */
  readonly database: string | undefined;
}

const WHOLE = { chats: 2000, rate: 100, seconds: 60 } as const;

/** Reads `--chats N --rate R --seconds S --database URL`. @throws Error where a number is none */
export function readChatOptions(parameters: readonly string[]): ChatOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...parameters],
    options: { chats: text, rate: text, seconds: text, database: text },
  });
  const number = (name: keyof typeof WHOLE): number => {
    const value = Number(values[name] ?? WHOLE[name]);
    if (!Number.isFinite(value) || value < 1) throw new Error(`--${name} is to be a number from 1 up`);
    return value;
  };
  return { chats: number('chats'), rate: number('rate'), seconds: number('seconds'), database: values.database };
}

/** Whether the load is the one the targets are set for: only then is the result kept. */
export function isWhole({ chats, rate, seconds }: ChatOptions): boolean {
  return chats === WHOLE.chats && rate === WHOLE.rate && seconds === WHOLE.seconds;
}
