import type { IncomingMessage, ServerResponse } from 'node:http';

/** Milliseconds the rest of an unread body may take to go by. Lower: more slow uploads break; higher: sockets idle longer. */
const LINGER = 3000;

/**
 * Lets what is unread of a body go by; to be awaited before it is refused. A client that is still sending when the
 * connection is closed meets a broken pipe (EPIPE) and never reads why. One that sends on for too long is closed all the same.
 */
export async function letBodyBy(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isOver(request)) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, LINGER);
    request.once('end', end).once('close', end).resume();
  });
  if (!isOver(request) && !response.headersSent) response.setHeader('Connection', 'close');
}

const isOver = ({ complete, destroyed }: IncomingMessage): boolean => complete || destroyed;
