import { parseArgs } from 'node:util';

/** What the program is asked to do. */
export type AskArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'chat' }
  | { readonly kind: 'once'; readonly question: string }
  /** `conversation`: all lines are turns of one conversation; otherwise each stands alone. */
  | { readonly kind: 'json'; readonly conversation: boolean }
  | { readonly kind: 'wrong'; readonly problem: string };

/** How the program is used. */
export const USAGE = `Usage:
  npm run ask                            chat with the assistant in the terminal
  npm run ask -- "QUESTION"              answer one question
  npm run --silent ask -- --json         one question a line on standard input, one JSON object a line on standard output
  npm run --silent ask -- --json --conversation
                                         the same, with all lines as turns of one conversation

Each JSON object holds question, kind, topics (ids, best first), score (0 to 1) and answer.
KNOWLEDGE_DIR, in the environment or in .env, names another knowledge directory than ./knowledge.
Exit status: 0 done, 1 the knowledge base cannot be used, 2 wrong use.
`;

/** Reads the command line. */
export function readArguments(words: readonly string[]): AskArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' }, conversation: { type: 'boolean' } },
    });
    const { help = false, json = false, conversation = false } = values;
    if (help) return { kind: 'help' };
    if (json && positionals.length > 0)
      return wrong('--json reads its questions from standard input, not from the command line.');
    if (conversation && !json) return wrong('--conversation goes with --json.');
    if (json) return { kind: 'json', conversation };
    return positionals.length > 0 ? { kind: 'once', question: positionals.join(' ') } : { kind: 'chat' };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(problem: string): AskArguments {
  return { kind: 'wrong', problem };
}
