import type { Activity } from 'botbuilder';
import { readQuotes } from '../../src/bot/understand/read-quotes';
import { createAddressStripper } from '../../src/bot/understand/strip-address';

describe("the assistant's own name in a message", () => {
  const strip = createAddressStripper(['مساعد حقن البلازما', 'PRP assistant']);
  test.each<[string, string, string, string]>([
    ['before a question', 'مساعد حقن البلازما هل تناسبني البلازما؟', '', 'هل تناسبني البلازما؟'],
    ['after a word', 'شكرا مساعد حقن البلازما', '', 'شكرا'],
    ['with a vocative, in the middle', 'شكرا يا مساعد حقن البلازما، كم السعر', '', 'شكرا كم السعر'],
    ['with a sign', '@مساعد حقن البلازما: كم السعر', '', 'كم السعر'],
    ['in Latin letters, of the channel', 'Test Bot كم السعر', 'Test Bot', 'كم السعر'],
    ['alone', 'مساعد حقن البلازما', '', ''],
    ['written otherwise', 'مُساعِد حقن البلازمــا كم السعر', '', 'كم السعر'],
    ['one word that belongs to the question', 'هل تناسبني بلازما', 'بلازما', 'هل تناسبني بلازما'],
    ['one word that is called', '@بلازما هل تناسبني بلازما', 'بلازما', 'هل تناسبني بلازما'],
    ['lines stay', 'Test Bot سطر\nسطر', 'Test Bot', 'سطر\nسطر'],
    ['only a part of it', 'حقن البلازما للوجه', '', 'حقن البلازما للوجه'],
  ])('%s', (_name, text, called, rest) => {
    expect(strip(text, called)).toBe(rest);
  });
});

describe('what a message quotes', () => {
  const html =
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="177"><p>سؤال</p></blockquote>نعم';
  test.each<[string, object, readonly string[]]>([
    ['nothing', { text: 'نعم' }, []],
    ['one message in the text', { text: '<quoted messageId="177"/> نعم' }, ['177']],
    ['several', { text: "<quoted messageId='177'/><quoted messageId=178 /> نعم" }, ['177', '178']],
    ['an entity', { text: 'نعم', entities: [{ type: 'quotedReply', quotedReply: { messageId: '177' } }] }, ['177']],
    ['HTML beside the text', { text: 'نعم', attachments: [{ contentType: 'text/html', content: html }] }, ['177']],
    ['an entity of another form', { entities: [{ type: 'quotedReply' }], attachments: [{}] }, []],
  ])('%s', (_name, activity, ids) => {
    expect(readQuotes(activity as Partial<Activity>)).toEqual(ids);
  });
});
