import type { StoryMessages } from './schema/story-messages';

/** The parts of a message that ask nothing. */
const TOLD_KINDS = ['filler', 'fact', 'report'] as const;
type ToldKind = (typeof TOLD_KINDS)[number];

/** A part of a whole message: told, or asking for what `label` names: a topic or a wish. */
type StoryPart =
  | { readonly kind: ToldKind; readonly text: string }
  | { readonly kind: 'question'; readonly label: string; readonly text: string };

/** A whole message, its parts in order. */
export type StoryMessage = readonly StoryPart[];

/** A file of whole messages, relative to the knowledge directory. */
export interface StoryFile {
  readonly file: string;
  readonly messages: readonly StoryMessage[];
}

/** The messages of a file as they are learnt from. */
export function readStoryMessages({ messages }: StoryMessages): StoryMessage[] {
  return messages.map((parts) =>
    parts.flatMap((part) =>
      Object.entries(part).map(([name, text]): StoryPart => {
        const told = TOLD_KINDS.find((kind) => kind === name);
        return told === undefined ? { kind: 'question', label: name, text } : { kind: told, text };
      }),
    ),
  );
}
