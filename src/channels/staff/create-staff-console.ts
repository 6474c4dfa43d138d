import { createAttempts } from './attempts';
import type { ConsoleDependencies, ConsoleTools } from './console-dependencies';
import { guardRoute } from './guard';
import { homeRoutes } from './home-routes';
import { accountRoutes } from './identity/account-routes';
import { auditRoutes } from './identity/audit-routes';
import { joinRoutes } from './identity/join-routes';
import { peopleRoutes } from './identity/people-routes';
import { signInRoutes } from './identity/sign-in-routes';
import type { RawStaffRequest, StaffReply, StaffRoute } from './staff-route';

/** A route as the server serves it. */
export interface ServedRoute {
  readonly method: StaffRoute['method'];
  readonly path: string;
  readonly maxBodyBytes: number;
  readonly needs: StaffRoute['needs'];
  readonly handle: (request: RawStaffRequest) => Promise<StaffReply>;
}

/** Bytes of a form: an answer with all its phrasings is below 40 kB, and an Arabic letter takes six in a form. */
const FORM_BYTES = 1024 * 1024;

/** The console of the clinic's staff: every route of it behind the guard. */
export function createStaffConsole(dependencies: ConsoleDependencies): readonly ServedRoute[] {
  const { texts, clinicName, versions } = dependencies;
  const tools: ConsoleTools = {
    ...dependencies,
    attempts: createAttempts(),
    sceneOf: ({ visit: { language }, member, formToken, path }) => ({
      texts: texts[language],
      language,
      clinicName: clinicName(),
      member,
      formToken,
      path,
      versions,
    }),
  };
  const routes = [homeRoutes, signInRoutes, joinRoutes, accountRoutes, peopleRoutes, auditRoutes].flatMap((make) =>
    make(tools),
  );
  return routes.map((route) => ({
    method: route.method,
    path: route.path,
    maxBodyBytes: route.maxBodyBytes ?? FORM_BYTES,
    needs: route.needs,
    handle: guardRoute(route, tools),
  }));
}
