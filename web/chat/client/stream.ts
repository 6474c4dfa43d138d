/** What a stream tells. */
export interface StreamListener {
  opened(): void;
  /** Activities, and the mark after them. */
  received(activities: readonly unknown[], watermark: string | undefined): void;
}

/** How a stream ended: before it opened, because another tab took its place (Azure allows one), or otherwise. */
type StreamEnd = 'unopened' | 'taken' | 'closed';

/** An open stream. */
export interface Stream {
  readonly ended: Promise<StreamEnd>;
  close(): void;
}

/** Direct Line's clients send an empty frame this often, below what proxies allow a quiet connection. */
const PING_MS = 20_000;
/** A stream that has sent heartbeats and is quiet for two of them and a little is dead. */
const SILENCE_MS = 50_000;
/** A connection that is neither made nor refused is given up. */
const OPENING_MS = 8_000;
/** Why Azure closes a stream for a newer one of the same conversation. */
const COLLISION = 'collision';

/** Opens a stream. Frames it does not understand are passed over: none of them can end it. */
export function openStream(url: string, listener: StreamListener): Stream {
  let finish: (end: StreamEnd) => void = () => undefined;
  const ended = new Promise<StreamEnd>((resolve) => (finish = resolve));
  let socket: WebSocket;
  try {
    socket = new WebSocket(url);
  } catch {
    return { ended: Promise.resolve('unopened'), close: () => undefined };
  }
  let isOpened = false;
  let heard = Date.now();
  let hasHeartbeat = false;
  const end = (how: StreamEnd): void => {
    clearInterval(ping);
    clearTimeout(opening);
    // A dead connection takes minutes to say that it is closed: it is not waited for.
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    finish(isOpened ? how : 'unopened');
  };
  const close = (): void => end('closed');
  const opening = setTimeout(close, OPENING_MS);
  const ping = setInterval(() => {
    if (hasHeartbeat && Date.now() - heard > SILENCE_MS) close();
    else if (socket.readyState === WebSocket.OPEN) socket.send('');
  }, PING_MS);
  socket.onopen = () => {
    clearTimeout(opening);
    isOpened = true;
    listener.opened();
  };
  socket.onmessage = ({ data }) => {
    heard = Date.now();
    if (data === '') hasHeartbeat = true;
    const frame = readFrame(data);
    if (frame !== undefined) listener.received(frame.activities, frame.watermark);
  };
  socket.onclose = ({ reason }) => end(reason === COLLISION ? 'taken' : 'closed');
  return { ended, close };
}

function readFrame(
  data: unknown,
): { readonly activities: readonly unknown[]; readonly watermark: string | undefined } | undefined {
  if (typeof data !== 'string' || data === '') return undefined;
  try {
    const { activities, watermark } = JSON.parse(data) as Readonly<Record<string, unknown>>;
    if (!Array.isArray(activities)) return undefined;
    return { activities, watermark: typeof watermark === 'string' && watermark !== '' ? watermark : undefined };
  } catch {
    return undefined;
  }
}
