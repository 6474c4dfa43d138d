import { answer, refuse } from './answer';
import type { Origins } from './origins';
import type { Route, RouteRequest, RouteResponse } from './route';
import type { DirectLineSentences } from './sentences';

interface Dependencies {
  readonly origins: Origins;
  readonly sentences: DirectLineSentences;
  readonly onFailure: (error: unknown) => void;
}

const WORKS_AGAIN_SOON = '5';

/**
 * Puts what all routes have in common around them: pages that may not use the chat are refused, those that may can read
 * every answer, preflights are answered, nothing is kept by caches, and an unforeseen failure reads as "not now".
 */
export function guardRoutes(routes: readonly Route[], dependencies: Dependencies): readonly Route[] {
  const paths = new Map<string, Route['method'][]>();
  for (const { path, method } of routes) paths.set(path, [...(paths.get(path) ?? []), method]);
  const preflights = [...paths].map(([path, methods]): Route => ({
    method: 'OPTIONS',
    path,
    maxBodyBytes: 0,
    handler: (request) => Promise.resolve(answer(204, undefined, dependencies.origins.preflight(request, methods))),
  }));
  return [...routes.map((route) => ({ ...route, handler: guard(route, dependencies) })), ...preflights];
}

function guard({ handler }: Route, { origins, sentences, onFailure }: Dependencies): Route['handler'] {
  const respond = async (request: RouteRequest): Promise<RouteResponse> => {
    if (!origins.isAllowed(request)) return refuse(403, 'OriginNotAllowed', 'This page may not use the chat.');
    try {
      return await handler(request);
    } catch (error) {
      onFailure(error);
      return refuse(503, 'ServiceUnavailable', sentences.unavailable, { 'Retry-After': WORKS_AGAIN_SOON });
    }
  };
  return async (request) => {
    const response = await respond(request);
    return { ...response, headers: { 'Cache-Control': 'no-store', ...origins.readable(request), ...response.headers } };
  };
}
