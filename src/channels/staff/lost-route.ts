import { ConsoleError } from './console-error';
import type { StaffRoute } from './staff-route';

type Address = Pick<StaffRoute, 'method' | 'path'>;

/**
 * Whatever no other route serves: an address with a slash too many, or one that only takes a form (the language is chosen,
 * or the page loaded again, where a form was sent to), leads to the page it belongs to; any other is told in words.
 */
export function lostRoute(routes: readonly Address[]): StaffRoute {
  return {
    method: 'GET',
    path: '/staff/*',
    needs: 'reads',
    handle: ({ path }) => {
      const to = findPage(path, routes);
      if (to === undefined) throw new ConsoleError('notFound');
      return Promise.resolve({ kind: 'redirect', to });
    },
  };
}

/** The page an address belongs to; undefined where it belongs to none. Pure. */
export function findPage(path: string, routes: readonly Address[]): string | undefined {
  const bare = path.replace(/\/+$/, '');
  if (bare === path && !routes.some((route) => isServed(bare, route))) return undefined;
  for (let page = bare; page !== ''; page = page.slice(0, page.lastIndexOf('/')))
    if (routes.some((route) => route.method === 'GET' && isServed(page, route))) return page;
  return undefined;
}

function isServed(path: string, route: Address): boolean {
  const [sent, served] = [path.split('/'), route.path.split('/')];
  return sent.length === served.length && served.every((part, at) => part.startsWith(':') || part === sent[at]);
}
