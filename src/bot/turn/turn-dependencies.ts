import type { AftermathReader } from '../understand/alarm';
import type { ChannelOf } from './channel';
import type { Scrubber } from '../scrubbing/create-scrubber';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import type { EligibilityDialogs } from '../../../dialogs/create-eligibility-dialogs';
import type { Receptionist } from '../handover/receptionist';
import type { Memory } from '../memory/memory';
import type { PersonalData } from '../memory/personal-data';
import type { Respond } from './respond';
import type { Tally } from './tally';
import type { ReportFailure } from './turn-failure';
import type { UnansweredList } from '../memory/unanswered';
import type { UnansweredShare } from '../memory/unanswered-share';
import type { Understand } from '../understand/understand';

/** How long the clinic keeps what. */
export interface Retention {
  /** Days a quiet conversation is kept. */
  readonly conversationDays: number;
  /** Days a question without an answer is kept; 0 keeps none. */
  readonly unansweredDays: number;
  /** Days after which newer backups have replaced those made today; 0 where the program makes none by itself. */
  readonly backupDays: number;
}

/** Everything a turn is made of. */
export interface TurnDependencies {
  readonly understand: Understand;
  readonly respond: Respond;
  readonly compose: ComposeDependencies;
  readonly check: EligibilityDialogs;
  readonly memory: Memory;
  readonly channelOf: ChannelOf;
  readonly unanswered: UnansweredList;
  readonly unansweredShare: UnansweredShare;
  readonly personalData: PersonalData;
  readonly retention: Retention;
  /** Brings patients to a person; undefined where nobody can be. */
  readonly receptionist?: Receptionist | undefined;
  /** What a message after an urgent reply calls for. */
  readonly readAftermath: AftermathReader;
  /** Takes out of a question what could tell who asked it. */
  readonly scrub: Scrubber;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly report: ReportFailure;
  /** Counts, without anybody's name; undefined where nobody looks. */
  readonly tally?: Tally | undefined;
}
