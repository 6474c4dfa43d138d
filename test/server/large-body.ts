import { Agent, request } from 'node:http';

const MEGABYTE = 1_048_576;

/** Sends a body of so many megabytes without looking up, as uploads do; gives the status, or the code of the failure. */
export function sendLarge(url: string, megabytes: number, headers: Readonly<Record<string, string>>): Promise<string> {
  const length = String(megabytes * MEGABYTE);
  const agent = new Agent({ keepAlive: true });
  return new Promise<string>((resolve) => {
    const upload = request(url, { method: 'POST', agent, headers: { 'Content-Length': length, ...headers } });
    upload.on('response', (response) => {
      response.resume();
      resolve(String(response.statusCode));
    });
    upload.on('error', ({ code }: NodeJS.ErrnoException) => resolve(String(code)));
    for (let sent = 0; sent < megabytes; sent += 1) upload.write(Buffer.alloc(MEGABYTE, 'a'));
    upload.end();
  }).finally(() => agent.destroy());
}
