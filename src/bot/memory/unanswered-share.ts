/** How many questions of one conversation go to the list of unanswered ones. */
export interface UnansweredShare {
  /** Takes one of the conversation's share; false where it is used up for today. */
  take(conversation: string): boolean;
}

/**
 * Different questions a conversation may add in a day. Default 10: a person asks three. Up: one visitor can fill the list,
 * which staff read to mend the answers. Down: a thorough person's last questions are not seen.
 */
const MOST = 10;
const DAY_MS = 86_400_000;
/** Conversations remembered; beyond it the shares begin anew. */
const MOST_CONVERSATIONS = 50_000;

/** Creates it; the counts live in memory and begin anew with the day. */
export function createUnansweredShare(now: () => number): UnansweredShare {
  const taken = new Map<string, number>();
  let day = 0;
  return {
    take(conversation) {
      const today = Math.floor(now() / DAY_MS);
      if (today !== day || taken.size > MOST_CONVERSATIONS) taken.clear();
      day = today;
      const count = (taken.get(conversation) ?? 0) + 1;
      taken.set(conversation, count);
      return count <= MOST;
    },
  };
}
