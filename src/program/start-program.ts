import type { Logger } from 'pino';
import { clinicDay } from '../knowledge/opening/clinic-day';
import type { HttpServer } from '../server/create-server';
import { createMetrics } from '../server/metrics';
import { createWorkInProgress } from '../server/work-in-progress';
import { countBareAnswers, countOutcomes } from './chat/count-outcomes';
import { countWhenKept } from './chat/count-when-kept';
import { createChatAdapter } from './chat/create-chat-adapter';
import { createChat } from './chat/create-chat';
import { createDoor } from './chat/create-door';
import { createHandover } from './chat/create-handover';
import { createStaffPosts } from './chat/create-staff-posts';
import { createTally } from './chat/create-tally';
import { createTurns } from './chat/create-turns';
import { followLive } from './chat/follow-live';
import { makeBots } from './chat/make-bots';
import { followContent, learningFolders } from './content/follow-content';
import { afterTurn } from '../storage/turns/after-turn';
import { readListenFault } from './faults/start-error';
import { mountGauges } from './mount-gauges';
import { prepare } from './prepare';
import { readBuild } from './read-build';
import type { Config } from './settings/config';
import { keepBackups } from './stores/keep-backups';
import { inviteFirstAdministrator } from './web/create-staff';
import { openServer } from './web/open-server';

/** Milliseconds a turn may take to finish once the program is told to stop: orchestrators kill after 10 to 30 s. */
const LAST_TURNS = 9_000;

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
 * Builds everything from the configuration and listens: the table of contents of the program.
 *
 * @throws StartError, KnowledgeError, StorageSetupError: in words for the operator
 */
export async function startProgram(config: Config, log: Logger): Promise<Program> {
  const { version, commit } = readBuild();
  const work = createWorkInProgress();
  const metrics = createMetrics(() => work.size, { version, commit });

  // What is kept, what is said, and what reads: made anew whenever the content changes.
  const prepared = await prepare(config, log, metrics);
  const { stores, found, good } = prepared;
  const tally = createTally({
    figures: stores.figures,
    today: () => clinicDay(live.current().content.knowledge.clinic, Date.now()),
    revisionOf: (topic) => live.current().revisions.get(`topic:${topic}`) ?? 0,
    onFailure: (error) => log.warn({ err: error }, 'figures could not be kept yet'),
  });
  const tell = createStaffPosts({
    places: stores.places,
    cards: () => live.current().made.assistant.cards,
    delivery: () => delivery,
  });
  const onBareAnswer = countBareAnswers(metrics);
  const counting = countWhenKept(countOutcomes(tally, metrics), afterTurn);
  const around = { stores: { ...stores, tell }, tally: counting, onBareAnswer, log };
  const content = followContent({ config, prepared, make: (changed) => makeBots(config, changed, around), log });
  const { live, files, workshop } = content;

  // How a message comes in, is answered, and goes out.
  const assistant = followLive(live, onBareAnswer);
  const turns = createTurns({ stores, assistant, metrics, onBareAnswer, log });
  const { adapter, delivery } = createDoor({ config, assistant, stores, turns: turns.ofChannels, metrics, log });
  const chat = createChat({
    config,
    assistant: assistant.ofChat,
    adapter: createChatAdapter(config, turns.ofChat, assistant.onTurnError),
    stores,
    sayWriting: (by) => live.current().made.assistant.replies.writing(by),
    log,
  });
  const handover = createHandover({
    stores,
    replies: () => live.current().made.assistant.replies,
    cards: () => live.current().made.assistant.cards,
    messages: () => live.current().content.knowledge.messages,
    tell,
    channelOf: (id) => live.current().made.channelOf(id),
    readsAll: config.teamsReadsAll,
    delivery,
    party: { id: 'assistant', name: assistant.ofChat.compose.knowledge.messages.widget.ar.title },
    metrics,
    log,
  });

  // What is seen from outside.
  mountGauges({ metrics, live, files, stores, chat, backups: config.backups, learning: learningFolders(config) });
  const about = (): Program['about'] => ({
    version,
    commit,
    instance: stores.database.instance,
    contentRevision: live.current().revision,
  });
  const server = openServer({ config, content, stores, chat, adapter, handover, work, metrics, about, log });

  stores.retention.start();
  const url = await listen(server, config).catch(async (error: unknown) => {
    await stores.close();
    throw error;
  });
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

async function listen(server: HttpServer, { host, port }: Config): Promise<string> {
  try {
    return await server.start(host, port);
  } catch (error) {
    throw readListenFault(error, host, port);
  }
}
