import type { Reply } from '../../src/bot/reply/reply';
import { createTextPresenter } from '../../src/bot/reply/text-presenter';

const REPLY: Reply = {
  kind: 'answer',
  text: 'PRP علاج.\n• وخز',
  choices: [
    { title: 'السعر', value: 'السعر والتكلفة', data: { topic: 'price' } },
    { title: 'حجز', value: 'حجز موعد' },
  ],
  note: 'المصدر: كذا',
  topics: ['what-is-prp'],
  score: 1,
};

describe('createTextPresenter', () => {
  it('draws the text, the note below it, and the choices as buttons that say something', () => {
    expect(createTextPresenter().present(REPLY, {})).toEqual([
      {
        type: 'message',
        text: '\u200FPRP علاج.\n• وخز\n\nالمصدر: كذا',
        textFormat: 'plain',
        locale: 'ar',
        inputHint: 'acceptingInput',
        channelData: { note: { text: 'المصدر: كذا' } },
        suggestedActions: {
          to: [],
          actions: [
            { type: 'imBack', title: 'السعر', value: 'السعر والتكلفة' },
            { type: 'imBack', title: 'حجز', value: 'حجز موعد' },
          ],
        },
      },
    ]);
  });

  it('draws the ways to the clinic as buttons that are followed, before the choices; an urgent reply is of high importance', () => {
    const links = [
      { title: 'اتصل', url: 'tel:112' },
      { title: 'الخريطة', url: 'https://maps.example/' },
    ];
    const [activity] = createTextPresenter().present({ ...REPLY, kind: 'urgent', links }, {});
    expect(activity?.importance).toBe('high');
    expect(
      activity?.suggestedActions?.actions.map(({ type, value }: { type: string; value: unknown }) => [type, value]),
    ).toEqual([
      ['call', 'tel:112'],
      ['openUrl', 'https://maps.example/'],
      ['imBack', 'السعر والتكلفة'],
      ['imBack', 'حجز موعد'],
    ]);
  });

  it('shows no more buttons than the channel takes', () => {
    const [activity] = createTextPresenter({ mostActions: 1 }).present(REPLY, {});
    expect(activity?.suggestedActions?.actions).toHaveLength(1);
  });

  it('leaves the buttons out when there are none', () => {
    const [activity] = createTextPresenter().present({ ...REPLY, choices: [] }, {});
    expect(activity).not.toHaveProperty('suggestedActions');
  });

  it('expects an answer to a question of the check', () => {
    const [activity] = createTextPresenter().present({ ...REPLY, kind: 'eligibility' }, {});
    expect(activity?.inputHint).toBe('expectingInput');
  });

  it('says with an answer to a question which one it answers, where the channel can', () => {
    const data = { check: 'run', step: 'age', value: 'yes' };
    const reply: Reply = { ...REPLY, choices: [{ title: 'نعم', value: 'نعم', data }, ...REPLY.choices] };
    const [activity] = createTextPresenter({ answersCarryData: true }).present(reply, {});
    expect(activity?.suggestedActions?.actions).toEqual([
      { type: 'messageBack', title: 'نعم', text: 'نعم', displayText: 'نعم', value: data },
      { type: 'imBack', title: 'السعر', value: 'السعر والتكلفة' },
      { type: 'imBack', title: 'حجز', value: 'حجز موعد' },
    ]);
  });
});
