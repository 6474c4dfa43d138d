import { useEffect, useState } from 'preact/hooks';
import type { Chat, ChatState } from '../client/chat';

/** The state of a chat, drawn anew whenever it changes. */
export function useChat(chat: Chat): ChatState {
  const [state, setState] = useState(chat.state());
  useEffect(() => {
    setState(chat.state());
    return chat.subscribe(() => setState(chat.state()));
  }, [chat]);
  return state;
}
