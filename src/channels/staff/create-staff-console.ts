import { createAttempts } from './attempts';
import type { ConsoleDependencies, ConsoleTools } from './console-dependencies';
import { guardRoute } from './guard';
import { clinicRoutes } from './clinic/clinic-routes';
import { answersRoutes } from './content/answers-routes';
import { draftRoutes } from './content/draft-routes';
import { createEffects } from './content/effects';
import { previewRoutes } from './content/preview-routes';
import { upgradeRoutes } from './content/upgrade-routes';
import { versionsRoutes } from './content/versions-routes';
import { figuresRoutes } from './figures/figures-routes';
import { homeRoutes } from './home-routes';
import { accountRoutes } from './identity/account-routes';
import { auditRoutes } from './identity/audit-routes';
import { joinRoutes } from './identity/join-routes';
import { organisationRoutes } from './identity/organisation-routes';
import { passkeyRoutes } from './identity/passkey-routes';
import { peopleRoutes } from './identity/people-routes';
import { sheetsRoutes } from './sheets/sheets-routes';
import { signInRoutes } from './identity/sign-in-routes';
import { callsRoutes } from './inbox/calls-routes';
import { inboxRoutes } from './inbox/inbox-routes';
import { placesRoutes } from './inbox/places-routes';
import { talkRoutes } from './inbox/talk-routes';
import { lostRoute } from './lost-route';
import { questionsRoutes } from './questions/questions-routes';
import { tryRoutes } from './try/try-routes';
import { wordsRoutes } from './words/words-routes';
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
  const { texts, clinicName, versions, provider } = dependencies;
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
      hasOrganisation: provider !== undefined,
      versions,
    }),
  };
  const { content, inbox } = dependencies;
  const effects = createEffects(content, tools.report);
  const routes = [
    ...[signInRoutes, passkeyRoutes, organisationRoutes, joinRoutes, accountRoutes, peopleRoutes, auditRoutes].flatMap(
      (make) => make(tools),
    ),
    ...[inboxRoutes, callsRoutes, placesRoutes, talkRoutes].flatMap((make) => make(tools, inbox)),
    ...[
      homeRoutes,
      questionsRoutes,
      answersRoutes,
      draftRoutes,
      previewRoutes,
      versionsRoutes,
      clinicRoutes,
      tryRoutes,
      sheetsRoutes,
      figuresRoutes,
      upgradeRoutes,
      wordsRoutes,
    ].flatMap((make) => make(tools, content, effects)),
  ];
  return [...routes, lostRoute(routes)].map((route) => ({
    method: route.method,
    path: route.path,
    maxBodyBytes: route.maxBodyBytes ?? FORM_BYTES,
    needs: route.needs,
    handle: guardRoute(route, tools),
  }));
}
