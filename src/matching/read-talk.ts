import type { Ranking } from './intent-classifier';
import { isAsked, TALK, TOLD } from './labels';

/** What wants nothing says little else: the words around small talk are learnt as filler. */
const FILLER = `${TOLD}filler`;

/**
 * The kind of small talk a message is likest to, where talk and filler hold more of the belief than all that is asked, told
 * or out of scope.
 */
export function readTalk(ranked: Ranking['ranked']): string | undefined {
  let [idle, asked, rest] = [0, 0, 0];
  let likeliest: Ranking['ranked'][number] | undefined;
  for (const each of ranked) {
    const isTalk = each.label.startsWith(TALK);
    if (isTalk || each.label === FILLER) idle += each.belief;
    else if (isAsked(each.label)) asked += each.belief;
    else rest += each.belief;
    if (isTalk && (likeliest === undefined || each.belief > likeliest.belief)) likeliest = each;
  }
  return likeliest !== undefined && idle > asked + rest ? likeliest.label.slice(TALK.length) : undefined;
}
