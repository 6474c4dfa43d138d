import { createOrigins } from '../../../src/channels/direct-line/origins';

const HOST = 'chat.example:3978';

describe('origins', () => {
  it.each<readonly [string, string | undefined, boolean]>([
    ['no page (a program)', undefined, true],
    ['a page of this server', `http://${HOST}`, true],
    ['a page of this server behind TLS', `https://${HOST}`, true],
    ['the clinic on the list', 'https://clinic.example', true],
    ['the same in capitals', 'https://Clinic.Example', true],
    ['another site', 'https://evil.example', false],
    ['the clinic without TLS', 'http://clinic.example', false],
    ['another port of the clinic', 'https://clinic.example:8443', false],
    ['a name that begins like the clinic', 'https://clinic.example.evil.example', false],
    ['a name that ends like the clinic', 'https://evilclinic.example', false],
    ['another port of this host', 'http://chat.example:80', false],
    ['a page from a file or a sandbox', 'null', false],
    ['an empty one', '', false],
  ])('%s', (_name, origin, allowed) => {
    const origins = createOrigins({ allowedOrigins: ['https://clinic.example'] });
    const request = { headers: { host: HOST, ...(origin !== undefined && { origin }) } };
    expect(origins.isAllowed(request)).toBe(allowed);
    const readable = origins.readable(request)['Access-Control-Allow-Origin'];
    expect(readable).toBe(allowed ? origin : undefined);
  });

  it('counts the public address as our own', () => {
    const origins = createOrigins({ allowedOrigins: [], publicUrl: 'https://chat.example' });
    expect(origins.isAllowed({ headers: { host: 'localhost:3978', origin: 'https://chat.example' } })).toBe(true);
  });

  it('answers the preflight of the real clients', () => {
    const origins = createOrigins({ allowedOrigins: ['https://clinic.example'] });
    const headers = origins.preflight({ headers: { host: HOST, origin: 'https://clinic.example' } }, ['GET', 'POST']);
    const names = headers['Access-Control-Allow-Headers']?.split(', ');
    expect(names?.sort()).toEqual(['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']);
    expect(headers).toMatchObject({
      'Access-Control-Allow-Origin': 'https://clinic.example',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Expose-Headers': 'Retry-After',
      Vary: 'Origin',
    });
  });

  it('tells another site nothing but that it depends on the origin', () => {
    const origins = createOrigins({ allowedOrigins: [] });
    expect(origins.preflight({ headers: { host: HOST, origin: 'https://evil.example' } }, ['POST'])).toEqual({
      Vary: 'Origin',
    });
  });
});
