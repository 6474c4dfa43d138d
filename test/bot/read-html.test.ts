import { readHtml } from '../../src/bot/understand/read-html';

test.each<[string, string, string, boolean]>([
  ['words', '<p>كم <b>السعر</b>؟</p>', 'كم السعر؟', false],
  ['lines', '<div>سطر</div><div>سطر<br>سطر</div>', 'سطر\nسطر\nسطر', false],
  ['signs that HTML writes otherwise', 'أ &lt; ب &amp; ج&nbsp;&#33;', 'أ < ب & ج !', false],
  ['a sign that is none', '&#9999999;&unknown;', '&unknown;', false],
  ['an emoji', '<img itemtype="http://schema.skype.com/Emoji" alt="👍">', '👍', false],
  ['a picture', '<p>انظر <img src="x"></p>', 'انظر', true],
  ['what is quoted', '<blockquote itemid="1"><p>سؤال <img src="x"></p></blockquote><p>نعم</p>', 'نعم', false],
  ['a quote without an end', '<blockquote>سؤال', 'سؤال', false],
  ['a comparison', 'عمري <18', 'عمري <18', false],
  ['nothing', '<p></p>', '', false],
])('reads %s', (_name, html, text, hasPicture) => {
  expect(readHtml(html)).toEqual({ text, hasPicture });
});
