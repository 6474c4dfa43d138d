import { ActivityTypes } from 'botbuilder';
import { readOpinion, type Opinion } from '../../src/bot/memory/opinion';
import type { Tally } from '../../src/bot/turn/tally';
import { createTextPresenter } from '../../src/bot/reply/text-presenter';
import { createTeamsPresenter } from '../../src/channels/teams/teams-presenter';
import { createInProcessTalkers, type InProcessTalker } from '../helpers/in-process-talker';
import { PATIENCE, createRooms } from '../helpers/rooms';
import type { Content } from '../../src/program/content/load-content';

let rooms: Content;

beforeAll(async () => {
  rooms = await createRooms();
}, PATIENCE);

const ANSWERS = [{ topic: 'what-is-prp', revision: 2 }];
const event = (value: unknown) => ({ type: ActivityTypes.Event, name: 'opinion', value });
const twice = <Sent>(sent: Sent): Sent[] => [sent, sent];
const press = (opinion: unknown) => ({ type: ActivityTypes.Message, value: { opinion } });

/** A talk whose opinions are counted here. */
function counting(): { readonly talker: InProcessTalker; readonly counted: [string, Opinion][] } {
  const counted: [string, Opinion][] = [];
  const tally: Tally = {
    began: () => undefined,
    answered: () => undefined,
    revisionOf: () => 2,
    rated: (opinion, part) => counted.push([part, opinion]),
  };
  return { talker: createInProcessTalkers(rooms, { tally })(), counted };
}

describe('an opinion', () => {
  it.each([
    ['yes', [event({ answers: ANSWERS, helped: true })], ['verdict true ']],
    ['yes twice', twice(event({ answers: ANSWERS, helped: true })), ['verdict true ']],
    ['yes, then no', [true, false].map((helped) => event({ answers: ANSWERS, helped })), ['verdict true ']],
    [
      'no, then why',
      [{}, { reason: 'unclear' }].map((why) => event({ answers: ANSWERS, helped: false, ...why })),
      ['verdict false ', 'reason false unclear'],
    ],
    [
      'a reason on a card, twice',
      twice(press({ answers: ANSWERS, helped: false, reason: 'beside' })),
      ['verdict false beside', 'reason false beside'],
    ],
    ['of an answer there is not', [event({ answers: [{ topic: 'none', revision: 0 }], helped: true })], []],
    ['of a text yet to come', [event({ answers: [{ topic: 'what-is-prp', revision: 3 }], helped: true })], []],
  ])('%s is counted as often as one person may', async (_name, sent, expected) => {
    const { talker, counted } = counting();
    for (const activity of sent) await talker.send(activity);
    expect(counted.map(([part, { helped, reason = '' }]) => `${part} ${helped} ${reason}`)).toEqual(expected);
  });

  it('is thanked for on a card, and in the chat by the chat itself', async () => {
    const { talker } = counting();
    const [thanks] = await talker.send(press({ answers: ANSWERS, helped: true }));
    expect(thanks?.text).toBe(rooms.knowledge.messages.chat.opinion.thanks);
    expect(await talker.send(event({ answers: ANSWERS, helped: true }))).toEqual([]);
  });

  it('leaves the talk as it was: a number still picks from what was offered', async () => {
    const { talker } = counting();
    const [answer] = await talker.say({ text: 'ما هي البلازما؟', extras: 'none' });
    await talker.send(press({ answers: ANSWERS, helped: true }));
    const [next] = await talker.say({ text: '1', extras: 'none' });
    expect(next?.kind).toBe('answer');
    expect(next?.text).not.toBe(answer?.text);
  });

  it.each([
    ['another event', { type: 'event', name: 'webchat/join', value: { answers: ANSWERS, helped: true } }],
    ['words instead of a reason', event({ answers: ANSWERS, helped: false, reason: 'my leg hurts' })],
    ['nothing rated', event({ answers: [], helped: true })],
    ['a button of another kind', { type: 'message', value: { say: 'نعم' } }],
    ['no value', { type: 'message', value: undefined }],
  ])('is not read from %s', (_name, activity) => {
    expect(readOpinion(activity as Parameters<typeof readOpinion>[0])).toBeUndefined();
  });
});

describe('an opinion is asked', () => {
  it.each([
    ['of an answer', 'ما هي البلازما؟', ['what-is-prp']],
    ['not of an urgent reply', 'عندي ضيق نفس شديد الان', undefined],
    ['not of a greeting', 'السلام عليكم', undefined],
  ])('%s', async (_name, text, topics) => {
    const heard = await counting().talker.say({ text, extras: 'none' });
    expect(heard.at(-1)?.rates?.map(({ topic }) => topic)).toEqual(topics);
  });

  it('only where the channel can draw it', async () => {
    const [reply] = await counting().talker.say({ text: 'ما هي البلازما؟', extras: 'none' });
    if (reply === undefined) throw new Error('there is no answer');
    const plain = createTextPresenter().present(reply, {});
    const chat = createTextPresenter({ answersCarryData: true }).present(reply, {});
    const { opinion } = rooms.knowledge.messages.chat;
    const card = createTeamsPresenter({ checkNotice: 'إشعار', opinion }).present(reply, {});
    const asks = (drawn: unknown, sign: string): boolean => JSON.stringify(drawn).includes(sign);
    expect([asks(plain, '"rates"'), asks(chat, '"rates"')]).toEqual([false, true]);
    expect(asks(card, '"helped":true')).toBe(true);
    for (const reason of Object.values(opinion.reasons)) expect(asks(card, reason)).toBe(true);
    expect(asks(card, 'Input.Text')).toBe(false);
  });
});
