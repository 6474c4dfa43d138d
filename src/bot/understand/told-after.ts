import type { DialogsResult } from '../../../dialogs/create-eligibility-dialogs';
import type { Facts } from '../../knowledge/schema/facts';
import { type Session, withTold } from '../memory/session';

/**
 * The session after a turn of the check. Once it has come to an outcome what was told goes with the answers; a short
 * "why?" or "forever?" is about that outcome then, and what led to it stays told, to go as all that is told.
 */
export function toldAfter(result: DialogsResult, session: Session, { facts }: { readonly facts: Facts }): Session {
  const outcome = result.kind === 'said' ? result.finished : undefined;
  return outcome === undefined ? session : withTold(session, { facts: [], focus: facts.followUps.afterCheck, outcome });
}
