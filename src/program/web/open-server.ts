import type { Logger } from 'pino';
import type { HttpAdapter } from '../../channels/bot-framework/http-adapter';
import { isLoopbackUrl } from '../../channels/bot-framework/loopback';
import type { DirectLine } from '../../channels/direct-line/create-direct-line';
import { createServer, type HttpServer } from '../../server/create-server';
import type { Metrics } from '../../server/metrics';
import { DEGRADED } from '../../server/mount-health';
import { mountRoutes } from '../../server/mount-routes';
import { mountWeb } from '../../server/mount-web';
import { readRemoteAddress } from '../../server/remote-address';
import { mountStaff } from '../../server/staff/mount-staff';
import { createTurnLimit } from '../../server/turn-limit';
import type { WorkInProgress } from '../../server/work-in-progress';
import type { Handover } from '../chat/create-handover';
import type { Made } from '../chat/make-bots';
import type { FollowedContent } from '../content/follow-content';
import type { Config } from '../settings/config';
import type { Stores } from '../stores/open-stores';
import { createStaff } from './create-staff';
import { createWeb } from './create-web';

interface Dependencies {
  readonly config: Config;
  readonly content: FollowedContent<Made>;
  readonly stores: Stores;
  readonly chat: DirectLine;
  /** Takes what Bot Framework channels bring. */
  readonly adapter: HttpAdapter;
  readonly handover: Handover;
  readonly work: WorkInProgress;
  readonly metrics: Metrics;
  /** Version, commit, instance and revision of the content. */
  readonly about: () => Readonly<Record<string, string | number>>;
  readonly log: Logger;
}

/** Puts everything that is reached over HTTP behind one server: the chat, its pages, the console, channels, health, metrics. */
export function openServer(dependencies: Dependencies): HttpServer {
  const { config, content, stores, chat, adapter, handover, work, metrics, about, log } = dependencies;
  const { live, files } = content;
  return createServer({
    log,
    work,
    metrics,
    metricsToken: config.metricsToken,
    proxies: proxiesOf(config),
    wayIn: { publicUrl: config.publicUrl, trustedProxies: config.trustedProxies },
    about,
    health: {
      database: () => stores.database.ping(),
      knowledge: () => Promise.resolve(files.faults().length === 0 ? undefined : DEGRADED),
      room: () => checkRoom(chat),
    },
    mounts: [
      (restify) =>
        mountRoutes(restify, chat.routes, config.trustedProxies, (reason) => metrics.refused('chat', reason)),
      (restify) =>
        mountWeb(
          restify,
          createWeb(config, () => live.current().content.knowledge, log),
        ),
      (restify) => {
        if (config.staff) mountStaff(restify, createStaff({ config, ...content, stores, handover, log }));
      },
    ],
    upgrade: (request, socket, head) =>
      chat.upgrade(request, socket, head, readRemoteAddress(request, config.trustedProxies)),
    messages:
      config.botFramework.kind === 'off'
        ? undefined
        : {
            access: config.botFramework,
            adapter,
            turn: async (context) => {
              if (config.staff && (await handover.staffTurn(context))) return;
              await live.current().made.teams.run(context);
            },
            limit: createTurnLimit(),
          },
  });
}

/** Rejects when new visitors find no room in the chat. */
async function checkRoom(chat: DirectLine): Promise<void> {
  if ((await chat.room()) === 0) throw new Error('There is no room for another conversation.');
}

/** By which of its settings the operator says that there is a proxy in front. */
function proxiesOf({ publicUrl, trustedProxies }: Config): readonly string[] {
  return [
    ...(publicUrl === undefined || isLoopbackUrl(publicUrl) ? [] : ['PUBLIC_URL']),
    ...(trustedProxies > 0 ? ['TRUSTED_PROXIES'] : []),
  ];
}
