import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { type Body, readBody } from '../../src/server/read-body';

/** A request that has brought so much of its body and waits. */
const read = (chunks: readonly string[], milliseconds: number): Promise<Body> => {
  const request = new IncomingMessage(new Socket());
  request.headers['content-type'] = 'application/json';
  for (const chunk of chunks) request.push(chunk);
  return readBody(request, { bytes: 100, milliseconds });
};

test('a client that stops in the middle is let go', async () => {
  expect(await read(['{"a":'], 20)).toEqual({ kind: 'too-slow' });
});

test('a body over the limit is not waited for', async () => {
  expect(await read(['x'.repeat(60), 'x'.repeat(60)], 10_000)).toEqual({ kind: 'too-large' });
});
