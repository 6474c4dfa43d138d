import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AgentsAdapter, AgentsContext, AgentsRequest, AgentsResponse } from './agents-hosting';

const MOST_BYTES = 256 * 1024;

/** `POST /api/messages` before the new SDK's adapter, and `GET /healthz` for whoever waits for the start. */
export function createMessagesDoor(adapter: AgentsAdapter, turn: (context: AgentsContext) => Promise<void>): Server {
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = wrapResponse(response);
    const { method = '', headers } = request;
    const asked: AgentsRequest = { method, headers, body: withoutEmpty(JSON.parse(await readText(request))) };
    const passed: unknown[] = [];
    await adapter.authorizeRequest(asked, answer, (error) => passed.push(error));
    if (passed.length > 0) await adapter.process(asked, answer, turn);
  };
  return createServer((request, response) => {
    if (request.url === '/healthz') return void response.end('{}');
    if (request.url !== '/api/messages') return void response.writeHead(404).end();
    take(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
}

/**
 * The new SDK refuses a whole activity with an optional field that is empty (`conversation.name: ""`, as Teams sends it in a
 * chat without a name): such fields are left out, which means the same.
 */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== '' && inner !== null)
      .map(([name, inner]) => [name, withoutEmpty(inner)]),
  );
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function wrapResponse(response: ServerResponse): AgentsResponse {
  const wrapped: AgentsResponse = {
    get headersSent() {
      return response.headersSent;
    },
    get writableEnded() {
      return response.writableEnded;
    },
    status(code) {
      response.statusCode = code;
      return wrapped;
    },
    setHeader(name, value) {
      response.setHeader(name, value);
      return wrapped;
    },
    send(body) {
      response.write(typeof body === 'string' ? body : JSON.stringify(body));
      return wrapped;
    },
    end() {
      response.end();
      return wrapped;
    },
  };
  return wrapped;
}
