import { Agent, request } from 'node:http';

/** Asks a server over connections that are kept; as a proxy does for a visitor where the visitor's address is named. */
export interface HttpClient {
  post(path: string, body: unknown, visitor?: { readonly address: string; readonly token?: string }): Promise<Answer>;
  close(): void;
}

/** An answer in JSON. */
interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Milliseconds after which a request counts as failed. */
const PATIENCE = 20_000;

/** Creates a client of one server. */
export function createHttpClient(url: string): HttpClient {
  const agent = new Agent({ keepAlive: true });
  const send = (path: string, text: string, headers: Readonly<Record<string, string>>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asking = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Answer['body'];
          resolve({ status: response.statusCode ?? 0, body });
        });
      });
      asking.once('error', reject);
      asking.setTimeout(PATIENCE, () => asking.destroy(new Error('no answer')));
      asking.end(text);
    });

  return {
    async post(path, body, visitor) {
      const text = JSON.stringify(body);
      const headers = {
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(text)),
        ...(visitor && { 'X-Forwarded-For': visitor.address }),
        ...(visitor?.token !== undefined && { Authorization: `Bearer ${visitor.token}` }),
      };
      try {
        return await send(path, text, headers);
      } catch {
        // A kept connection may be closed at the very moment it is used again: clients send again, once.
        return send(path, text, headers);
      }
    },
    close: () => agent.destroy(),
  };
}
