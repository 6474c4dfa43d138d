import type { Reading } from './reading';
import type { Statement } from './statement';

/** More words of no known meaning than this, and a "yes" or "no" among them is not taken for the answer. */
const MOST_UNKNOWN = 6;
/** The same for "maybe", which also begins requests. */
const MOST_UNKNOWN_UNSURE = 3;

/**
 * Decides what a statement answers. Facts go before a bare yes or no. Where the two sides of a reply disagree the one that
 * leads to more care is taken, or none: a wrong "no" is the mistake to avoid.
 */
export function decideAnswer(statement: Statement): Reading {
  if (statement.asks) return UNCLEAR_QUESTION;
  if (statement.said.includes('unsure')) {
    return statement.unknown > MOST_UNKNOWN_UNSURE ? UNCLEAR : answer('unsure');
  }
  return (statement.notPlain ? undefined : factsOf(statement)) ?? bareAnswer(statement);
}

function factsOf({ facts, said, sometimes }: Statement): Reading | undefined {
  if (facts.some((fact) => fact.answer === 'yes' && !fact.denied)) return answer('yes');
  if (facts.some((fact) => fact.answer === 'unsure' && !fact.denied)) {
    return answer(said.includes('yes') && !sometimes ? 'yes' : 'unsure');
  }
  // Denying what would have meant "no" tells nothing.
  if (!facts.some((fact) => (fact.answer === 'no') !== fact.denied)) return undefined;
  return said.includes('yes') ? UNCLEAR : answer('no');
}

function bareAnswer(statement: Statement): Reading {
  const { said, having, sometimes, unknown } = statement;
  const has = having.some(({ denied }) => !denied);
  const yes = said.includes('yes');
  const no = said.includes('no');
  if (unknown > MOST_UNKNOWN) return UNCLEAR;
  if (sometimes) return answer('yes');
  if (yes && no) return UNCLEAR;
  if (yes) return statement.contradicts ? UNCLEAR : answer('yes');
  // "No, I have …": the something is not known here, so it may be what the question asks about.
  if (no) return has ? UNCLEAR : answer('no');
  if (statement.notPlain || unknown > 0 || statement.facts.length > 0) return UNCLEAR;
  return unspoken(statement, has);
}

/** Neither yes nor no was said, and every word is known: "I have", "I take none", "no illness". */
function unspoken({ denies, anything, ownWords, having }: Statement, has: boolean): Reading {
  if (denies && !has) return anything || ownWords > 0 || having.length > 0 ? answer('no') : UNCLEAR;
  return has && !denies && ownWords === 0 ? answer('yes') : UNCLEAR;
}

const UNCLEAR: Reading = { kind: 'unclear' };
const UNCLEAR_QUESTION: Reading = { kind: 'asks' };

function answer(value: 'yes' | 'no' | 'unsure'): Reading {
  return { kind: 'answer', answer: value };
}
