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
 * end the process. Node's own refusals (no Host, another expectation) are made here, too, for the sake of `isHeard`.
 */
export function guardDoor(http: Server, log: Logger): void {
  (http as Server & { requireHostHeader: boolean }).requireHostHeader = false;
  http.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    if (isHeard(request)) refuse(response, 417);
  });
  for (const event of ['request', 'checkContinue'] as const) {
    const listeners = http.listeners(event) as Listener[];
    http.removeAllListeners(event);
    http.on(event, (request: IncomingMessage, response: ServerResponse) => {
      if (!isHeard(request)) return;
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

/**
 * Whether an answer can still reach who asks. What was sent on behind a request whose answer closes the connection must
 * not be answered: Node (20 to 24) would take that answer for another request's, and its assertion ends the process.
 */
const isHeard = ({ socket }: IncomingMessage): boolean => socket.writable;

function refuse(response: ServerResponse, status: ErrorStatus, words?: string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' });
  response.end(JSON.stringify(errorBody(status, words)));
}
