import type { WireActivity } from '../../helpers/connector';

/** A reply, whatever form its channel gives it. */
export interface Said {
  readonly text: string;
  /** What the channel's client sends when a button is pressed, in order. */
  readonly presses: readonly WireActivity[];
}

/** One person's talk with the assistant through one channel. */
export interface ContractTalk {
  /** Sends an activity; gives what the assistant said until its turn was over. */
  send(activity: WireActivity): Promise<readonly Said[]>;
}

/** A channel as the contract sees it. What a channel does not have is left out, and its rules are not asked of it. */
export interface ContractDoor {
  /** Begins a talk with somebody new. */
  talk(): ContractTalk;
  /** The message as the channel delivers it a second time. */
  readonly again?: (activity: WireActivity) => WireActivity;
  readonly hasEdits: boolean;
  /** Has the channel refuse the next posts with these statuses. */
  readonly refuse?: (...statuses: readonly number[]) => void;
  close(): Promise<void>;
}

/** Reads what a text channel or Teams was sent. */
export function readSaid({ text, suggestedActions, attachments }: WireActivity): Said {
  const card = attachments?.[0]?.content as CardContent | undefined;
  const actions = (suggestedActions?.actions ?? []).map(({ type, value, text: words }) =>
    type === 'messageBack' ? { text: words ?? '', value: value as unknown } : { text: String(value) },
  );
  const submits = (card?.body ?? []).flatMap((element) => element.actions ?? []).map(({ data }) => ({ value: data }));
  return {
    text: text ?? card?.fallbackText ?? '',
    presses: [...actions, ...submits].map((press) => ({ type: 'message', ...press })),
  };
}

interface CardContent {
  readonly fallbackText?: string;
  readonly body?: readonly { readonly actions?: readonly { readonly data?: unknown }[] }[];
}
