/** What became of reading a request's body. */
export type RouteBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  /** None, not JSON, cut off, or not read at all. */
  | { readonly kind: 'not-json' | 'unsupported' | 'too-slow' | 'gone' };

/** What a handler needs to know of an HTTP request: free of any web framework. */
export interface RouteRequest {
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string | undefined>>;
  /** The query of the address, decoded. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Headers with lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: RouteBody;
  /** Address of the client, as far as the server trusts its proxies. */
  readonly remoteAddress: string;
}

/** What goes back. */
export interface RouteResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined sends none. */
  readonly body?: unknown;
}

/** One address the server answers at. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS';
  /** Path with `:name` for its changing parts. */
  readonly path: string;
  /** Largest body in bytes. 0: the body is not read (an upload is refused without looking at it). */
  readonly maxBodyBytes: number;
  readonly handler: (request: RouteRequest) => Promise<RouteResponse>;
}

/** The first value of a header. */
export function readHeader(request: Pick<RouteRequest, 'headers'>, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}
