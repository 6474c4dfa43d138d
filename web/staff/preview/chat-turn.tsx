import { readActivity } from '../../chat/client/activity';
import type { PageData } from '../../chat/page-data';
import { createClock } from '../../chat/text/clock';
import { type Entry, listEntries } from '../../chat/ui/entries';
import { Message } from '../../chat/ui/message';
import { Suggestions } from '../../chat/ui/suggestions';
import type { Drawn } from './drawn';

/** What the chat says around an answer. */
export type ChatWords = Pick<PageData, 'strings' | 'numbers' | 'dates'>;

/** A question and its answer, drawn by the widget's own parts from what its stream would bring. */
export function ChatTurn({ asked, activity, words }: Drawn & { readonly words: ChatWords }) {
  const { strings, numbers, dates } = words;
  const question = readActivity({ type: 'message', id: 'asked', text: asked, from: { role: 'user' } });
  const answer = readActivity({ ...(activity as object), id: 'answer', from: { role: 'bot' } });
  const said = [question, answer].filter((one) => one?.kind === 'message');
  const clock = createClock(dates, strings);
  return (
    <>
      {listEntries({ said, waiting: [] }).map((entry) => (
        <Message
          key={entry.key}
          entry={entry}
          strings={strings}
          clock={clock}
          numbers={numbers}
          isNew={false}
          isFirst
          isLast
          opinion={undefined}
          rate={mayRate(entry) ? nothing : undefined}
          copy={nothing}
          retry={nothing}
          discard={nothing}
        />
      ))}
      {answer?.kind === 'message' && <Suggestions label={strings.suggestions} actions={answer.actions} say={nothing} />}
    </>
  );
}

const mayRate = ({ rates }: Entry): boolean => rates !== undefined;

/** Nobody is there to be told. */
const nothing = (): void => undefined;
