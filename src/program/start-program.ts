import type { Middleware, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Server as RestifyServer } from 'restify';
import { createAnswerInNeed } from '../bot/turn/answer-in-need';
import { type Assistant, createAssistant } from '../bot/turn/create-assistant';
import type { ChannelOf } from '../bot/turn/channel';
import type { TellStaff } from '../bot/handover/staff-news';
import type { AnswerWithoutStorage } from '../bot/turn/turn-without-storage';
import { createAuthentication } from '../channels/bot-framework/create-authentication';
import { HttpAdapter } from '../channels/bot-framework/http-adapter';
import { isLoopbackUrl } from '../channels/bot-framework/loopback';
import { createTeams } from '../channels/teams/create-teams';
import type { Config } from './settings/config';
import type { DirectLine } from '../channels/direct-line/create-direct-line';
import { isStorageTrouble } from '../channels/direct-line/storage-trouble';
import { type ChatAssistant, createChat } from './chat/create-chat';
import { createChannels } from './chat/create-channels';
import { createDoor } from './chat/create-door';
import { createHandover } from './chat/create-handover';
import { createStaffPosts } from './chat/create-staff-posts';
import { createStaff, inviteFirstAdministrator } from './web/create-staff';
import { createWeb } from './web/create-web';
import { createTally } from './chat/create-tally';
import type { Tally } from '../bot/turn/tally';
import { createWorkshop } from './content/create-workshop';
import type { Colleague } from '../handover/talk';
import { daysOfBackups, keepBackups } from './stores/keep-backups';
import { applyPublished } from '../knowledge/published/apply-published';
import { clinicDay } from '../knowledge/opening/clinic-day';
import { LEARNT_AT_BUILD } from './content/kept-content';
import { createLiveContent, type LiveContent, revisionsOf, taughtBy } from './content/live-content';
import { type Content, prepareContent } from './content/load-content';
import { type Stores, databasePlace, openStores } from './stores/open-stores';
import { type HttpServer, createServer } from '../server/create-server';
import { DEGRADED } from '../server/mount-health';
import { createMetrics, type Metrics } from '../server/metrics';
import { mountRoutes } from '../server/mount-routes';
import { mountWeb } from '../server/mount-web';
import { mountStaff } from '../server/staff/mount-staff';
import { readRemoteAddress } from '../server/remote-address';
import { createTurnLimit } from '../server/turn-limit';
import { createTurnMeter } from '../server/turn-meter';
import { createWorkInProgress } from '../server/work-in-progress';
import { readBuild } from './read-build';
import { readListenFault } from './faults/start-error';
import { createContentFiles } from './content/create-reload';
import { countBareAnswers, countOutcomes } from './chat/count-outcomes';
import { mountGauges } from './mount-gauges';
import { createGoodContent, type FoundContent, type GoodContent } from './content/good-content';
import type { KeptLearning } from '../learning/kept-learning';
import { createKeptLearning } from '../storage/learnt/kept-learning';
import { StorageUnavailableError } from '../bot/ports/storage-unavailable-error';
import { createTurnOrder } from '../storage/turns/turn-order';

/** Milliseconds a turn may take to finish once the program is told to stop: orchestrators kill after 10 to 30 s. */
const LAST_TURNS = 9_000;
/** Milliseconds a turn of a channel that keeps no message is run again while the database fails: channels wait 15 s. */
const TURN_PATIENCE = 8_000;

/** The running program. */
export interface Program {
  readonly url: string;
  /** Version, commit, instance and revision of the content, for the log. */
  readonly about: Readonly<Record<string, string | number>>;
  /** Takes up the content of the files anew; what is wrong with it is logged. */
  reload(): Promise<void>;
  /** Lets turns under way finish and closes the database; false where some turn did not finish in time. */
  stop(): Promise<boolean>;
}

/**
 * Builds everything from the configuration and listens.
 *
 * @throws StartError, KnowledgeError, StorageSetupError: in words for the operator
 */
export async function startProgram(config: Config, log: Logger): Promise<Program> {
  const work = createWorkInProgress();
  const { version, commit } = readBuild();
  const metrics = createMetrics(() => work.size, { version, commit });
  const { stores, found, good, kept, content, revision, taught, revisions } = await prepare(config, log, metrics);
  const tally = createTally({
    figures: stores.figures,
    today: () => clinicDay(live.current().content.knowledge.clinic, Date.now()),
    revisionOf: (topic) => live.current().revisions.get(`topic:${topic}`) ?? 0,
    onFailure: (error) => log.warn({ err: error }, 'figures could not be kept yet'),
  });
  const learning = [config.dataDirectory, LEARNT_AT_BUILD] as const;
  const workshop = createWorkshop(() => files.directory(), learning, stores.models);
  const tell = createStaffPosts({
    places: stores.places,
    cards: () => live.current().made.assistant.cards,
    delivery: () => delivery,
  });
  const make = (changed: Content): Made =>
    makeBots(config, changed, { stores: { ...stores, tell }, tally: countOutcomes(tally, metrics), metrics, log });
  const live = createLiveContent({
    base: found.knowledge,
    first: { content, revision, made: make(content), taught, revisions },
    contents: stores.contents,
    workshop,
    make,
    onLeftOut: (leftOut) => log.warn({ leftOut }, 'published content does not fit this version and is left out'),
    onFailure: (error) => log.error({ err: error }, 'published content could not be brought'),
  });
  const files = createContentFiles({
    first: found,
    good,
    directory: config.knowledgeDirectory,
    learning,
    kept,
    live,
    onExchanged: () => workshop.renew(),
    log,
  });
  const { assistant } = live.current().made;
  const about = (): Program['about'] => ({
    version,
    commit,
    instance: stores.database.instance,
    contentRevision: live.current().revision,
  });
  const onTurnError: Assistant['onTurnError'] = (context, error) =>
    live.current().made.assistant.onTurnError(context, error);
  const meter = createTurnMeter(metrics);
  const answerWithoutStorage: AnswerWithoutStorage = (activity) =>
    live.current().made.assistant.answerWithoutStorage(activity);
  const turns = [
    meter,
    createAnswerInNeed({
      answer: answerWithoutStorage,
      onFailure: (error) => log.error({ err: error }, 'an answer in need could not be sent'),
    }),
    createTurnOrder({
      gate: stores.gate,
      patienceMs: TURN_PATIENCE,
      isPressing: (activity) => answerWithoutStorage(activity).pressing,
    }),
  ];
  const chatTurns = [meter, createTurnOrder({ gate: stores.gate.held })];
  const { adapter, delivery } = createDoor({ config, assistant: { onTurnError }, stores, turns, metrics, log });
  const chatAdapter = createChatAdapter(config, chatTurns, async (context, error) => {
    // The chat keeps its messages: a turn that failed in storage is run again, and an apology would not be its answer.
    if (isStorageTrouble(error)) throw error;
    await onTurnError(context, error);
  });
  const chat = createChat({
    config,
    assistant: followLive(assistant, live, metrics),
    adapter: chatAdapter,
    stores,
    sayWriting: (by: Colleague) => live.current().made.assistant.replies.writing(by),
    log,
  });
  mountGauges({ metrics, live, files, stores, chat, backups: config.backups, learning });
  const handover = createHandover({
    stores,
    replies: () => live.current().made.assistant.replies,
    cards: () => live.current().made.assistant.cards,
    messages: () => live.current().content.knowledge.messages,
    tell,
    channelOf: (id) => live.current().made.channelOf(id),
    readsAll: config.teamsReadsAll,
    delivery,
    party: { id: 'assistant', name: assistant.compose.knowledge.messages.widget.ar.title },
    metrics,
    log,
  });
  const mountConsole = (restify: RestifyServer): void =>
    mountStaff(restify, createStaff({ config, live, files, workshop, stores, handover, log }));
  const server = createServer({
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
      ...(config.staff ? [mountConsole] : []),
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
  stores.retention.start();
  const url = await listen(server, config, stores);
  chat.start();
  if (config.botFramework.kind !== 'off') delivery.start();
  live.start();
  if (config.staff) handover.start();
  const endBackups = keepBackups(config.backups, log);
  if (config.staff) await inviteFirstAdministrator(stores.staff, config.publicUrl ?? url, log);
  const keeping = good.keep(found);
  return {
    url,
    about: about(),
    reload: () => files.reload(),
    async stop() {
      endBackups();
      const [finished] = await Promise.all([server.stop(LAST_TURNS), chat.stop(), workshop.close()]);
      await keeping;
      await handover.stop();
      await live.stop();
      await tally.stop();
      await delivery.stop();
      await stores.close();
      return finished;
    },
  };
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

interface Prepared {
  readonly stores: Stores;
  readonly good: GoodContent;
  readonly kept: KeptLearning;
  /** The content of the files, or what was good of it last. */
  readonly found: FoundContent;
  /** With what staff published over it. */
  readonly content: Content;
  readonly revision: number;
  readonly taught: string;
  readonly revisions: ReadonlyMap<string, number>;
}

/** What answers, made anew for each published content. */
interface Made {
  readonly assistant: Assistant;
  readonly channelOf: ChannelOf;
  /** For channels of Azure Bot Service. */
  readonly teams: { run(context: TurnContext): Promise<void> };
}

/** What bots count with, keep in and report to. */
interface Surroundings {
  readonly stores: Stores & { readonly tell: TellStaff };
  readonly tally: Tally;
  readonly metrics: Metrics;
  readonly log: Logger;
}

function makeBots(config: Config, content: Content, around: Surroundings): Made {
  const channelOf = createChannels(config, content.knowledge);
  const assistant = createBot(config, content, channelOf, around);
  return { assistant, channelOf, teams: createTeams({ assistant, knowledge: content.knowledge }) };
}

/** The assistant of the site's chat: each turn is answered by what is live at its beginning. */
const followLive = (first: Assistant, live: LiveContent<Made>, metrics: Metrics): ChatAssistant => ({
  compose: first.compose,
  bot: { run: (context) => live.current().made.assistant.bot.run(context) },
  answerWithoutStorage: countBareAnswers(
    (activity) => live.current().made.assistant.answerWithoutStorage(activity),
    metrics,
  ),
});

/**
 * Opens the database, then loads the content; where both fail, both are told, before anything long. Not at the same time:
 * reading the content lets nothing else pass, and on a busy machine a database that answered at once seemed to be away.
 */
async function prepare(config: Config, log: Logger, metrics: Metrics): Promise<Prepared> {
  const opening = openStores(
    databasePlace(config.database),
    config,
    (error) => log.error({ err: error }, 'expired data could not be deleted'),
    (seconds, fault) => metrics.storage(seconds, fault),
  );
  const kept = createKeptLearning(config.dataDirectory, LEARNT_AT_BUILD);
  const { knowledgeDirectory: directory, dataDirectory } = config;
  const good = createGoodContent({ directory, dataDirectory, kept });
  const loading = opening.catch(() => undefined).then(() => good.find());
  const [stores, found] = await Promise.allSettled([opening, loading]);
  if (stores.status === 'fulfilled' && found.status === 'fulfilled') {
    const revision = await stores.value.contents.latest();
    const items = await stores.value.contents.items();
    const published = new Map(items.map(({ key, value }) => [key, value]));
    const learn = async (one: FoundContent): Promise<Pick<Prepared, 'found' | 'content'>> => {
      const { knowledge: current, leftOut } = applyPublished(one.knowledge, published);
      if (leftOut.length > 0) log.warn({ leftOut }, 'published content does not fit this version and is left out');
      return { found: one, content: await prepareContent(current, kept, one.knowledge) };
    };
    try {
      const learnt = await learn(found.value);
      const fault = readFault(good, learnt);
      const usable = fault === undefined ? learnt : await learn(good.fallBack(fault));
      const taught = taughtBy(published);
      return { ...usable, stores: stores.value, good, kept, revision, taught, revisions: revisionsOf(items) };
    } catch (error) {
      await stores.value.close();
      throw error;
    }
  }
  if (stores.status === 'fulfilled') await stores.value.close();
  const faults = [stores, found].flatMap((part) => (part.status === 'rejected' ? [part.reason as unknown] : []));
  throw faults.length === 1 ? faults[0] : new AggregateError(faults);
}

/** What only the matcher can tell of new content; undefined where all is well, which is remembered. */
function readFault(good: GoodContent, { found, content }: Pick<Prepared, 'found' | 'content'>): unknown {
  if (found.isProven) return undefined;
  try {
    good.prove(found, content.matcher);
    good.remember(found);
    return undefined;
  } catch (error) {
    return error;
  }
}

function createBot(
  { stateDays, unansweredDays, backups, staff }: Config,
  content: Content,
  channelOf: ChannelOf,
  { stores, tally, metrics, log }: Surroundings,
): Assistant {
  return createAssistant({
    ...content,
    storage: stores.state,
    channelOf,
    desk: staff ? stores : undefined,
    unanswered: stores.unanswered,
    personalData: stores.personalData,
    retention: { conversationDays: stateDays, unansweredDays, backupDays: daysOfBackups(backups) },
    isStorageTrouble: (error) => error instanceof StorageUnavailableError,
    tally,
    report: (failure) => {
      log.error(failure, 'a turn failed');
      metrics.outcome('apology');
    },
  });
}

/** The site's own chat needs no delivery: what is said is stored with the turn. */
function createChatAdapter(
  { botFramework }: Config,
  middleware: readonly Middleware[],
  onTurnError: Assistant['onTurnError'],
): HttpAdapter {
  const adapter = new HttpAdapter(createAuthentication(botFramework.kind === 'off' ? { kind: 'local' } : botFramework));
  adapter.use(...middleware);
  adapter.onTurnError = onTurnError;
  return adapter;
}

async function listen(server: HttpServer, { host, port }: Config, stores: Stores): Promise<string> {
  try {
    return await server.start(host, port);
  } catch (error) {
    await stores.close();
    throw readListenFault(error, host, port);
  }
}
