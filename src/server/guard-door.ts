import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { readTarget } from './read-target';
import { refuseUpgrade } from './refuse-upgrade';
import { type ErrorStatus, errorBody } from './send-error';

/** Said of a first line or a Host header. */
const UNREADABLE = 'The address of the request cannot be read.';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Stands before the web framework: a request whose target it could not read gets 400, and whatever it throws while it
 * takes one up is answered with 500. Restify throws both past every handler of its own (node-restify#2011), which would
 * end the process.
 */
export function guardDoor(http: Server, log: Logger): void {
  for (const event of ['request', 'checkContinue'] as const) {
    const listeners = http.listeners(event) as Listener[];
    http.removeAllListeners(event);
    http.on(event, (request: IncomingMessage, response: ServerResponse) => {
      const target = readTarget(request);
      if (target === undefined) {
        refuse(response, 400, UNREADABLE);
        return;
      }
      request.url = target;
      try {
        for (const listener of listeners) listener.call(http, request, response);
      } catch (error) {
        log.error({ err: error }, 'a request failed at the door');
        refuse(response, 500);
      }
    });
  }
}

/** The same for an upgrade: the stream is refused where taking it up throws, or nobody takes it. */
export function guardUpgrades(
  http: Server,
  log: Logger,
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean,
): void {
  http.removeAllListeners('upgrade');
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Until somebody takes it, a connection that fails has no other listener, and would end the process.
    socket.on('error', () => undefined);
    try {
      if (readTarget(request) === undefined) refuseUpgrade(socket, 400, UNREADABLE);
      else if (!upgrade(request, socket, head)) refuseUpgrade(socket, 426);
    } catch (error) {
      log.error({ err: error }, 'an upgrade failed at the door');
      socket.destroy();
    }
  });
}

function refuse(response: ServerResponse, status: ErrorStatus, words?: string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' });
  response.end(JSON.stringify(errorBody(status, words)));
}
