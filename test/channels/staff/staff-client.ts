/** A browser without a screen: cookies, forms with their token, redirects left to the test. */
export interface StaffClient {
  get(path: string): Promise<Page>;
  /** Sends the fields with the token of the last page. */
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Page>;
  /** Sends a file with the token of the last page. */
  postFile(path: string, name: string, bytes: Uint8Array): Promise<Page>;
  /** Loads a file. */
  getFile(path: string): Promise<Buffer>;
  readonly cookies: Map<string, string>;
}

interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Where a redirect leads. */
  readonly to: string | null;
}

/** @param origin what the browser would say the page is from; default: the server's own */
export function createStaffClient(url: string, origin = url): StaffClient {
  const cookies = new Map<string, string>();
  let token = '';
  const send = async (path: string, init: Omit<RequestInit, 'headers'>, headers: object = {}): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url + path, { redirect: 'manual', ...init, headers: { cookie, ...headers } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? token;
    return { status: response.status, text, headers: response.headers, to: response.headers.get('location') };
  };
  return {
    cookies,
    get: (path) => send(path, {}),
    post: (path, fields = {}) => {
      const body = new URLSearchParams({ token });
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return send(path, { method: 'POST', body }, { origin });
    },
    postFile: (path, name, bytes) => {
      const body = new FormData();
      body.set('token', token);
      body.set('sheet', new Blob([bytes]), name);
      return send(path, { method: 'POST', body }, { origin });
    },
    getFile: async (path) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      return Buffer.from(await (await fetch(url + path, { headers: { cookie } })).arrayBuffer());
    },
  };
}

export const PASSWORD = 'ساعة الجدار تدق ببطء';

/** The path of the link for the first administrator in what the program printed. */
export const firstLink = (output: string): string => /(\/staff\/join\/[\w-]+)/.exec(output)?.[1] ?? '';

/** Joins by a link; gives the client that is signed in. */
export async function join(url: string, link: string, fields: Readonly<Record<string, string>>): Promise<StaffClient> {
  const client = createStaffClient(url);
  await client.get(link);
  const page = await client.post(link, { password: PASSWORD, ...fields });
  if (page.status !== 303) throw new Error(`joining failed: ${page.status}\n${page.text}`);
  await client.get('/staff/account');
  return client;
}
