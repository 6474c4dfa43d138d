import type { EligibilityDialogs } from '../../../dialogs/create-eligibility-dialogs';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import type { HandoverReplies } from './compose-handover';
import type { HandoverReplyReader } from './create-reply-reader';
import type { FrontDesk } from './front-desk';

/** What a patient's way to a person is made of. */
export interface ReceptionistDependencies {
  readonly desk: FrontDesk;
  readonly check: EligibilityDialogs;
  readonly compose: ComposeDependencies;
  readonly replies: HandoverReplies;
  readonly reader: HandoverReplyReader;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
