import type { Result } from './ask';
import type { DirectLine, Joined } from './direct-line';
import type { Kept } from './kept';
import type { Session } from './session';
import { withLock } from './with-lock';

/** A conversation that was entered, or why it was not. */
export interface Entered {
  /** What was to be entered; undefined where it was begun just now, or no token was to be had. */
  readonly session: Session | undefined;
  readonly joined: Result<Joined>;
}

interface Entrance {
  readonly directLine: Pick<DirectLine, 'getToken' | 'join'>;
  readonly sessions: Pick<Kept<Session>, 'read' | 'write'>;
  /** A conversation that is given up; empty: none. */
  readonly refusedId: string;
  /** What is known of the conversation so far; empty: nothing. */
  readonly readWatermark: (session: Session) => string;
  readonly isStopped: () => boolean;
}

/** Name of the conversation in the browser's storage. */
export const SESSION = 'prp-chat.session';

/** Enters the conversation this browser has, or begins one: tabs that open at the same time find the same. */
export async function enter(entrance: Entrance): Promise<Entered> {
  const found = await findSession(entrance);
  if (found.kind !== 'ok') return { session: undefined, joined: found };
  const { session, streamUrl } = found.value;
  if (streamUrl !== '') return { session: undefined, joined: found };
  return { session, joined: await entrance.directLine.join(session, entrance.readWatermark(session)) };
}

function findSession({ directLine, sessions, refusedId, isStopped }: Entrance): Promise<Result<Joined>> {
  return withLock(SESSION, async () => {
    const kept = sessions.read();
    if (kept !== undefined && kept.conversationId !== refusedId) {
      return { kind: 'ok', status: 200, value: { session: kept, streamUrl: '' } };
    }
    const given = await directLine.getToken();
    if (given.kind === 'ok' && !isStopped()) sessions.write(given.value.session);
    return given;
  });
}
