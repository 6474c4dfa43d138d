import { connect } from 'node:net';

/** What came back on a bare TCP connection. */
export interface RawResponse {
  readonly status: number;
  readonly text: string;
}

/**
 * Writes bytes to a server as they are and reads until it closes the connection: for requests that no HTTP client
 * would send.
 */
export function sendRaw(url: string, ...parts: readonly string[]): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setTimeout(8000, () => socket.destroy(new Error(`no end of the answer: ${text}`)));
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') finish();
      else reject(error);
    });
    const finish = (): void => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    socket.on('close', finish);
    for (const part of parts) socket.write(part);
  });
}
