import type { Given } from './answer';
import { answerTo, askedItems, itemsOf } from './asked-items';
import { assessEligibility } from './assess-eligibility';
import { fill } from './check-messages';
import type { CheckState, Turned } from './check-state';
import { endEarly } from './end-early';
import { nextStep, withAnswer, withoutAnswer } from './given-answers';
import { outcomePrompt } from './outcome-prompt';
import type { Heard } from './reading';
import type { CheckContent } from './step-prompts';
import { currentItem } from './step-prompts';
import { ended, going, startState } from './turns';
import { unclearTurn } from './unclear-turn';

/** What a reply makes of the check. */
export type Heeder = (state: CheckState, reply: Heard, told?: readonly Given[]) => Turned;

type Answering = Extract<Heard, { kind: 'answer' | 'skip' }>;

/** Makes the rules of moving about: what each kind of reply does at each kind of step. */
export function createHeeder(content: CheckContent): Heeder {
  const { rules, messages } = content;

  return (state, reply, told = []) => heedTold(state, reply, told) ?? heed(state, reply);

  /** What a reply tells about other questions than the present one changes their answers, and is said back. */
  function heedTold(state: CheckState, reply: Heard, told: readonly Given[]): Turned | undefined {
    const news = told.filter(({ item, answer }) => {
      const before = answerTo(item, state.given);
      // A denial only corrects: it is no answer to all that a question asks.
      const counts = answer !== 'no' || (before !== undefined && before !== 'no');
      return item !== state.step && knowsItem(item) && before !== answer && counts;
    });
    if (news.length === 0) return undefined;
    const given = news.reduce(
      (all, { item, answer }) => withAnswer(rules, all, { item, answer }, undefined),
      state.given,
    );
    const end = endEarly(news, rules);
    if (end !== undefined) return end;
    const first = news.map((each) => notedText(each)).join('\n');
    const noted = { ...state, unclear: 0, given };
    if (isBeforeQuestions(state))
      return reply.kind === 'answer' || reply.kind === 'agree' ? heed(noted, reply) : going(content, noted, { first });
    // The rest of the reply may answer the present question as well.
    const here = told.find(({ item }) => item === state.step);
    const next = here === undefined ? given : withAnswer(rules, given, here, undefined);
    return going(content, { ...noted, given: next, step: nextStep(rules, next) }, { first });
  }

  /** The answer to another question than the present one, or to the one before: "I meant yes". */
  function correct(state: CheckState, reply: Extract<Heard, { kind: 'correct' }>): Turned {
    const item = reply.item ?? state.given.at(-1)?.item;
    if (item === undefined || item === state.step) {
      return goOn(state, { kind: 'answer', answer: reply.answer }) ?? unclearTurn(content, state);
    }
    const before = answerTo(item, state.given);
    // "No" to what has not been asked is no answer to all that it asks.
    if (before === undefined && reply.answer === 'no') return unclearTurn(content, state);
    const news = { item, answer: reply.answer };
    const end = endEarly([news], rules);
    if (end !== undefined) return end;
    const given = withAnswer(rules, state.given, news, undefined);
    const step = isBeforeQuestions(state) ? state.step : nextStep(rules, given);
    return going(content, { ...state, given, step }, { first: notedText(news) });
  }

  function isBeforeQuestions({ step }: CheckState): boolean {
    return step === 'consent' || step === 'symptoms';
  }

  function knowsItem(id: string): boolean {
    return rules.questions.some((question) => question.id === id);
  }

  function notedText({ item, answer }: Given): string {
    const short = itemsOf(rules).find(({ id }) => id === item)?.short ?? '';
    return fill(messages.noted, { short, answer: messages.answered[answer] });
  }

  function heed(state: CheckState, reply: Heard): Turned {
    const heard = { ...state, unclear: 0 };
    switch (reply.kind) {
      case 'unclear':
      case 'asks':
        return unclearTurn(content, state);
      case 'cancel':
        return state.step === 'consent' ? declined() : ended({ kind: 'cancelled' }, messages.cancelled);
      case 'restart':
        return going(content, startState(nextRun(state.run), state.at), { first: messages.restarted });
      case 'person':
        return ended({ kind: 'person' });
      case 'why':
        return going(content, heard, { first: whyText(state) });
      case 'explain':
        return going(content, heard, { easier: true });
      case 'change':
        return change(heard, reply.item);
      case 'correct':
        return correct(heard, reply);
      case 'back':
        return back(heard);
      case 'answer':
      case 'skip':
      case 'agree':
      case 'show':
        return goOn(heard, reply) ?? unclearTurn(content, state);
      default:
        return reply satisfies never;
    }
  }

  function goOn(state: CheckState, reply: Heard): Turned | undefined {
    const yes = reply.kind === 'agree' || reply.kind === 'show' || isAnswer(reply, 'yes');
    const no = isAnswer(reply, 'no');
    const answering = reply.kind === 'answer' || reply.kind === 'skip' ? reply : undefined;
    switch (state.step) {
      case 'consent':
        if (no) return declined();
        return yes ? begun(state) : undefined;
      case 'symptoms':
        return answering && symptoms(state, answering);
      case 'summary':
        if (yes || reply.kind === 'skip') return finished(state);
        return no ? going(content, { ...state, step: 'which' }) : undefined;
      case 'which':
        return yes || no ? resumed(state) : undefined;
      default:
        return answering && answered(state, answering);
    }
  }

  /** What was told before the check stands at its beginning, for correction. */
  function begun(state: CheckState): Turned {
    const lines = state.given.map(({ item, answer }) => {
      const short = rules.questions.find(({ id }) => id === item)?.short ?? '';
      return fill(messages.summary.line, { short, answer: messages.answered[answer] });
    });
    const first = lines.length === 0 ? undefined : [messages.toldBefore, ...lines].join('\n');
    return going(content, { ...state, step: 'symptoms' }, first === undefined ? {} : { first });
  }

  /** Doubt about symptoms is heard once more in plainer words, then taken seriously. */
  function symptoms(state: CheckState, reply: Answering): Turned {
    if (isAnswer(reply, 'no')) return going(content, { ...state, step: nextStep(rules, state.given) });
    if (isAnswer(reply, 'yes') || state.doubted) return ended({ kind: 'urgent' });
    return going(content, { ...state, doubted: true }, { easier: true });
  }

  function answered(state: CheckState, reply: Answering): Turned {
    const answer = reply.kind === 'skip' ? 'skipped' : reply.answer;
    const end = endEarly([{ item: state.step, answer }], rules);
    if (end !== undefined) return end;
    const told = reply.kind === 'answer' ? reply.followUp : undefined;
    const given = withAnswer(rules, state.given, { item: state.step, answer }, told);
    return going(content, { ...state, given, step: nextStep(rules, given) });
  }

  function change(state: CheckState, id: string | undefined): Turned {
    if (state.step === 'consent' || state.step === 'symptoms') return nothingBefore(state);
    const item = askedItems(rules, state.given).find((asked) => asked.item.id === id)?.item;
    if (item === undefined) return going(content, { ...state, step: 'which' });
    const first = fill(messages.changed, { short: item.short });
    return going(content, { ...state, step: item.id }, { first });
  }

  function back(state: CheckState): Turned {
    if (state.step === 'consent') return nothingBefore(state);
    if (state.step === 'symptoms') return going(content, { ...state, step: 'consent', doubted: false });
    if (state.step === 'which' || state.given.some(({ item }) => item === state.step)) return resumed(state);
    const last = state.given.at(-1)?.item;
    return last === undefined
      ? going(content, { ...state, step: 'symptoms', doubted: false })
      : going(content, { ...state, given: withoutAnswer(rules, state.given, last), step: last });
  }

  /** Changing an answer is left without changing it. */
  function resumed(state: CheckState): Turned {
    return going(content, { ...state, step: nextStep(rules, state.given) }, { first: messages.kept });
  }

  function nothingBefore(state: CheckState): Turned {
    return going(content, state, { first: messages.firstQuestion });
  }

  function declined(): Turned {
    return ended({ kind: 'declined' }, messages.declined);
  }

  function finished({ given }: CheckState): Turned {
    const outcome = assessEligibility(given, rules);
    const reasons = outcome.findings.map(({ item, answer }) => ({ item: item.id, answer }));
    const prompts = [outcomePrompt(outcome, rules, messages)];
    return { kind: 'ended', end: { kind: 'finished', outcome: outcome.kind, reasons }, prompts };
  }

  function whyText(state: CheckState): string {
    if (state.step === 'symptoms') return rules.symptoms.why;
    return currentItem(state, rules)?.item.why ?? rules.consent.why;
  }
}

/** A check begun again is a new run: the buttons of the old one are stale. */
function nextRun(run: string): string {
  const [name = '', times = '0'] = run.split('~');
  return `${name}~${Number(times) + 1}`;
}

function isAnswer(reply: Heard, answer: 'yes' | 'no'): boolean {
  return reply.kind === 'answer' && reply.answer === answer;
}
