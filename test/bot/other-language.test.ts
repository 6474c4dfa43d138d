import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguageReader } from '../../src/bot/understand/other-language';
import { loadShipped } from '../helpers/load-shipped';

const ROOT = join(__dirname, '../..');
const read = createLanguageReader(loadShipped().vocabulary.languages);

describe('createLanguageReader', () => {
  it.each([
    ['English', 'How much does a session cost?', 'english'],
    ['English about PRP', 'what is PRP', 'english'],
    ['French', 'Combien coûte une séance pour les cheveux ?', 'french'],
    ['Urdu', 'میرے بالوں کے لیے کتنے سیشن ہیں', 'urdu'],
    ['Persian', 'هزینه هر جلسه پلاسما برای مو چقدر است', 'persian'],
    ['Persian, a price', 'قیمت پی آر پی چنده؟', 'persian'],
    ['Turkish, a price', 'PRP kaç para?', 'turkish'],
    ['English, a risk', 'can PRP cause blindness?', 'english'],
    ['Turkish', 'Saç için bir seans ne kadar', 'turkish'],
    ['Hindi in its letters', 'मुझे बालों के लिए प्लाज्मा चाहिए', 'hindi'],
    ['Hindi in Latin letters', 'mujhe baal ke liye kitne session chahiye', 'hindi'],
    ['Tagalog', 'Magkano po ang session para sa buhok ko', 'tagalog'],
    ['Arabic on a Persian keyboard', 'کم سعر الجلسه عندکم وین العیاده', undefined],
    ['German', 'Wie viel kostet eine Sitzung?', 'other'],
    ['Spanish', '¿Cuánto cuesta la sesión?', 'other'],
    ['Italian', 'Quanto costa una seduta per i capelli', 'other'],
    ['Cyrillic', 'сколько стоит сеанс', 'other'],
    ['Chinese', '多少钱', 'other'],
    ['Arabic', 'كم السعر', undefined],
    ['Arabic with English words', 'كم سعر ال hair session for the face', undefined],
    ['Arabizi', 'eh hya 7o2an el plasma', undefined],
    ['Arabizi with loan words', 'kam el price lel session', undefined],
    ['French Arabizi', 'c quoi PRP', undefined],
    ['an abbreviation', 'PRP', undefined],
    ['a number', '12', undefined],
    ['nothing', '', undefined],
  ])('reads %s', (_name, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('reads no Arabic question as another language', () => {
    const lines = readFileSync(join(ROOT, 'test/questions/development.tsv'), 'utf8').split('\n').slice(1);
    const arabic = lines.map((line) => line.split('\t')[2] ?? '').filter((text) => /\p{Script=Arabic}/u.test(text));
    expect(arabic.length).toBeGreaterThan(500);
    expect(arabic.filter((text) => read(text) !== undefined)).toEqual([]);
  });

  it('reads no Arabizi question as another language', () => {
    const lines = readFileSync(join(ROOT, 'test/questions/development.tsv'), 'utf8').split('\n');
    const arabizi = lines.filter((line) => line.includes('\tarabizi\t')).map((line) => line.split('\t')[2] ?? '');
    expect(arabizi.length).toBeGreaterThan(50);
    expect(arabizi.filter((text) => read(text) !== undefined)).toEqual([]);
  });
});
