import { HANDOVER_LIMITS } from '../../handover/limits';
import { composePlain } from './compose-plain';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';

const DAY_MS = 86_400_000;

/** What the clinic keeps of a conversation, and what is there at this moment. */
export interface Kept {
  /** Days a quiet conversation is kept. */
  readonly conversationDays: number;
  /** Days a question without an answer is kept; 0 when none are. */
  readonly unansweredDays: number;
  /** Days after which newer backups have replaced those made today; 0 where the program makes none by itself. */
  readonly backupDays: number;
  /** Whether the channel is somebody else's (Teams), who keeps copies of their own. */
  readonly elsewhere: boolean;
  /** The topic follow-ups are read with now. */
  readonly lastTopic?: string | undefined;
  /** Whether something was told that is remembered now. */
  readonly told: boolean;
  /** Whether a warning sign is remembered now. */
  readonly alarmed: boolean;
  /** Whether the outcome of a check is remembered now. */
  readonly outcome: boolean;
  /** Whether the eligibility check is running, so that its answers are there. */
  readonly checkRunning: boolean;
  /** Whether there is a talk with the clinic's staff, and a wish to be called. */
  readonly withStaff?: { readonly talk: boolean; readonly callback: boolean };
}

/** "What do you keep about me?" */
export function composeWhatYouKeep(kept: Kept, dependencies: ComposeDependencies): Reply {
  const { knowledge, texts } = dependencies;
  const { whatYouKeep: says } = knowledge.messages.privacy;
  const { kept: ofStaff } = knowledge.messages.handover;
  const callDays = texts.days(HANDOVER_LIMITS.callback / DAY_MS);
  const topic = kept.lastTopic === undefined ? undefined : knowledge.topicById.get(kept.lastTopic);
  const lines = [
    says.title,
    kept.elsewhere ? undefined : texts.sentence(says.transcript, { days: texts.days(kept.conversationDays) }),
    texts.sentence(says.conversation, { days: texts.days(kept.conversationDays) }),
    topic === undefined ? undefined : texts.sentence(says.lastTopic, { topic: topic.question }),
    says.told,
    kept.told ? says.toldNow : undefined,
    says.opinions,
    says.alarm,
    kept.alarmed ? says.alarmNow : undefined,
    says.eligibility,
    kept.outcome ? says.outcomeNow : undefined,
    kept.checkRunning ? says.checkRunning : undefined,
    kept.withStaff?.talk === true ? ofStaff.talk : undefined,
    kept.withStaff?.callback === true ? texts.sentence(ofStaff.callback, { days: callDays }) : undefined,
    kept.unansweredDays > 0
      ? texts.sentence(says.unanswered, { days: texts.days(kept.unansweredDays) })
      : says.unansweredOff,
    kept.elsewhere ? says.channels : undefined,
    kept.backupDays > 0 ? texts.sentence(says.backups, { days: texts.days(kept.backupDays) }) : says.backupsByHand,
    says.notLogged,
    texts.clinicSentence(says.responsible),
    says.howToDelete,
  ];
  const text = lines.filter((line) => line !== undefined).join('\n');
  return { kind: 'command', text, choices: [], topics: [], score: 1 };
}

/** After everything was deleted, with what is out of reach; or when that failed. */
export function composeDeleted(
  isDone: boolean,
  { elsewhere, conversationDays, backupDays }: Pick<Kept, 'elsewhere' | 'conversationDays' | 'backupDays'>,
  dependencies: ComposeDependencies,
): Reply {
  const { texts, knowledge } = dependencies;
  const { privacy } = knowledge.messages;
  const { deleteDone, deleteElsewhere, deleteOtherDevice, deleteFailed } = privacy;
  if (!isDone) return composePlain('command', deleteFailed, [], dependencies);
  const lines = [
    deleteDone.trim(),
    backupDays > 0
      ? texts.sentence(privacy.deleteBackups, { days: texts.days(backupDays) })
      : privacy.deleteBackupsByHand,
    elsewhere ? deleteElsewhere : texts.sentence(deleteOtherDevice, { days: texts.days(conversationDays) }),
  ];
  const text = lines.join('\n');
  return { kind: 'command', text, choices: [], topics: [], score: 1 };
}
