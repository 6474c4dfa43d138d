import type { Told } from '../chat/frame';
import type { ChatWindow } from './create-window';
import { NAME } from './name';

/** What comes from our own page in the frame. */
interface Heard {
  readonly [NAME]?: Told;
}

/**
 * The line to the chat in its frame: gives what tells it something. Others who write to this page are not heard.
 *
 * @param signal ends the listening
 */
export function createLine(
  origin: string,
  chat: Pick<ChatWindow, 'page'>,
  signal: AbortSignal,
  hear: (told: Told) => void,
): (message: object) => void {
  const listen = ({ source, origin: sender, data }: MessageEvent<Heard | null>): void => {
    const told = source && source === chat.page() && sender === origin && data?.[NAME];
    if (told) hear(told);
  };
  addEventListener('message', listen, { signal });
  return (message) => chat.page()?.postMessage({ [NAME]: message }, origin);
}
