import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ErrorStatus, errorBody } from './send-error';

/** Milliseconds in which the client may read the refusal. */
const LINGER = 1000;

/** Refuses an upgrade in the server's own words, and closes the connection even where the client keeps its half open. */
export function refuseUpgrade(socket: Duplex, status: ErrorStatus, words?: string): void {
  const body = JSON.stringify(errorBody(status, words));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  setTimeout(() => socket.destroy(), LINGER).unref();
}
