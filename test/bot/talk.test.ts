import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTalkReader } from '../../src/bot/turn/talk';
import { loadRooms } from '../helpers/rooms';

const ROOT = join(__dirname, '../..');
const { knowledge, matcher } = loadRooms();
const talk = createTalkReader({ vocabulary: knowledge.vocabulary, isKnown: matcher.knows });

function read(text: string): string | undefined {
  const said = talk.read(text, talk.peel(text));
  switch (said?.kind) {
    case 'command':
      return said.command;
    case 'deed':
      return said.deed;
    case 'social':
      return said.social;
    case 'wish':
      return said.wish;
    default:
      return said;
  }
}

describe('commands', () => {
  it.each([
    ['as written', 'مساعدة', 'help'],
    ['without the dots of teh marbuta', 'مساعده', 'help'],
    ['with harakat and tatweel', 'مُســاعدة', 'help'],
    ['with "please"', 'لو سمحت ابي موظف', 'human'],
    ['with "doctor, please" after it', 'ابي موظف يا دكتور لو سمحت', 'human'],
    ['after a greeting', 'السلام عليكم، المواضيع', 'menu'],
    ['with a letter too many', 'الغاءاء', 'cancel'],
    ['with a letter wrong', 'القاءمه', 'menu'],
    ['written together', 'ابدأمنجديد', 'restart'],
    ['in English', 'Help', 'help'],
    ['in French', 'supprimer mes données', 'delete-my-data'],
    ['deleting, as written', 'احذف بياناتي', 'delete-my-data'],
    ['deleting, everything', 'امسح كل شي عني', 'delete-my-data'],
    ['deleting, Egyptian', 'لو سمحتوا امسحوا كل حاجة عني', 'delete-my-data'],
    ['deleting, Gulf', 'ابغاكم تحذفون معلوماتي كلها', 'delete-my-data'],
    ['deleting, standard', 'أريد حذف جميع بياناتي من عندكم الآن', 'delete-my-data'],
    ['deleting what was written', 'امسحوا كل اللي كتبته', 'delete-my-data'],
    ['deleting: what is about me, Gulf', 'احذفو كل اللي عني من عندكم', 'delete-my-data'],
    ['deleting: what I told you', 'امسحلي كل المعلومات اللي عطيتك ياها', 'delete-my-data'],
    ['deleting: not to be kept', 'لا اريد ان تبقى بياناتي لديكم احذفوها', 'delete-my-data'],
    ['deleting: Maghreb', 'حيدو ليا كلشي ديالي من عندكم', 'delete-my-data'],
    ['deleting: Tunisian', 'نحب تفسخو المعلومات متاعي الكل', 'delete-my-data'],
    ['deleting: our talk', 'امسح محادثتنا', 'delete-my-data'],
    ['deleting: all my personal data', 'اطلب حذف جميع بياناتي الشخصية', 'delete-my-data'],
    ['deleting: I want it deleted', 'i want my data deleted', 'delete-my-data'],
    ['deleting: French, personal', 'je veux supprimer mes données personnelles', 'delete-my-data'],
    ['deleting: French, what you have', 'supprimez tout ce que vous avez sur moi', 'delete-my-data'],
    ['deleting: Tagalog', 'burahin ang data ko', 'delete-my-data'],
    ['deleting: Indonesian', 'hapus data saya', 'delete-my-data'],
    ['deleting, Moroccan', 'حيدو كاع المعلومات ديالي', 'delete-my-data'],
    ['deleting, in English', 'Please delete everything you have about me', 'delete-my-data'],
    ['deleting, in polite French', 'supprimez mes données', 'delete-my-data'],
    ['deleting, in longer French', 'Je veux effacer toutes mes données svp', 'delete-my-data'],
    ['deleting: our chat, plural', 'امسحوا محادثتي', 'delete-my-data'],
    ['deleting: French, all my informations', 'effacez toutes mes informations', 'delete-my-data'],
    ['deleting: English, everything', 'delete everything', 'delete-my-data'],
    ['deleting: name and number', 'امسح رقمي واسمي من عندكم', 'delete-my-data'],
    ['deleting: cleaning the chat', 'نظف الشات', 'delete-my-data'],
    ['deleting: not to be kept, Gulf', 'ما ابيكم تحتفظون ببياناتي احذفوها', 'delete-my-data'],
    ['deleting: not to be kept, English', "I don't want you to keep my data, delete it", 'delete-my-data'],
    ['deleting: Turkish', 'tüm verilerimi silin', 'delete-my-data'],
    ['deleting: Urdu', 'میری معلومات مٹا دیں', 'delete-my-data'],
    ['deleting: nothing is to stay, Gulf', 'ما ابغى يبقى شي مني عندكم', 'delete-my-data'],
    ['deleting: that all be forgotten', 'ابغاكم تنسون كل اللي قلته', 'delete-my-data'],
    ['deleting: French, what you know', 'effacez tout ce que vous savez sur moi', 'delete-my-data'],
    ['deleting: Persian, as spoken', 'اطلاعات من را پاک کن', 'delete-my-data'],
    ['deleting: Persian', 'داده های من را حذف کنید', 'delete-my-data'],
    ['deleting: Hindi', 'मेरा डेटा हटा दो', 'delete-my-data'],
    ['data and deleting beside other words', 'زوجي طلب مني ان احذف بياناتي قبل العيد', 'what-you-keep'],
    ['not wanting them deleted', 'لا تحذف بياناتي', 'what-you-keep'],
    ['how they are deleted', 'كيف احذف بياناتي', 'what-you-keep'],
    ['asking what is kept, Levant', 'شو بتحتفظوا عني', 'what-you-keep'],
    ['asking who reads it', 'مين بيقرا رسائلي', 'what-you-keep'],
    ['asking how long it stays', 'كم مدة تحتفظون بالمحادثة', 'what-you-keep'],
    ['asking where it goes', 'وين تروح محادثتي', 'what-you-keep'],
    ['asking who is responsible', 'مين المسؤول عن بياناتي', 'what-you-keep'],
    ['asking what is kept', 'ماذا تحفظون عني؟', 'what-you-keep'],
  ])('are read %s', (_name, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['deleting with a typing error', 'احذف بياناتتي'],
    ['what is left to pay', 'كم يبقى علي من المبلغ'],
    ['deleting an appointment', 'احذف موعدي'],
    ['deleting an appointment, English', 'delete my appointment'],
    ['cancelling everything', 'الغي كل شي لهاليوم'],
    ['a scan', 'امسحي المسح الضوئي'],
    ['a spot', 'كيف احذف بقعة من وجهي'],
    ['a spot, English', 'how do I delete a spot on my face'],
    ['wiping the face', 'امسح وجهي بعد الجلسة'],
    ['everything, of the face', 'remove everything from my face'],
    ['"delete them all" about something else', 'احذفها كلها'],
    ['removing wrinkles', 'ازالة التجاعيد'],
    ['asking whether it deletes', 'هل تحذف البلازما اثار الحبوب'],
    ['a command inside a question', 'هل يمكن الغاء الموعد قبل يوم؟'],
    ['a word near a command', 'الغذاء'],
    ['a question with "back" in it', 'متى ارجع للدوام بعد الجلسة'],
  ])('are not read from %s', (_name, text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('social talk', () => {
  it.each([
    ['a greeting', 'السلام عليكم ورحمة الله وبركاته', 'greeting'],
    ['a greeting with a typing error', 'مرحبن', 'greeting'],
    ['a greeting in Latin letters', 'salam 3likom', 'greeting'],
    ['two greetings', 'هلا والله صباح الخير', 'greeting'],
    ['a greeting and "how are you"', 'السلام عليكم، كيف حالكم؟', 'how-are-you'],
    ['thanks', 'شكراً جزيلاً', 'thanks'],
    ['thanks drawn out', 'شكراااااا', 'thanks'],
    ['thanks with a typing error', 'شكرن', 'thanks'],
    ['thanks in Latin letters', 'shokran ktir', 'thanks'],
    ['thanks and goodbye', 'شكرا جزيلا لكم، مع السلامة', 'goodbye'],
    ['goodbye', 'باي', 'goodbye'],
    ['who are you', 'مين حضرتك؟', 'who-are-you'],
    ['praise', 'ممتاز', 'praise'],
    ['an insult', 'انت غبي', 'insult'],
    ['only "doctor"', 'يا دكتور', 'greeting'],
  ])('is read: %s', (_name, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['a greeting before a question', 'السلام عليكم كم سعر البلازما', 'كم سعر البلازما'],
    ['thanks before a question', 'شكرا، وكم السعر؟', 'وكم السعر؟'],
    ['a question before thanks', 'كم السعر؟ شكرا لكم', 'كم السعر؟'],
    ['two questions between courtesies', 'مرحبا لو سمحت كم السعر؟ وهل تؤلم؟ شكرا', 'كم السعر؟ وهل تؤلم؟'],
    ['no courtesy', 'وين مكانكم', 'وين مكانكم'],
  ])('is taken off: %s', (_name, text, expected) => {
    expect(read(text)).toBeUndefined();
    expect(talk.peel(text).text).toBe(expected);
  });
});

describe('the wish for the eligibility check', () => {
  it.each([
    ['standard', 'هل يناسبني'],
    ['standard, with the treatment', 'هل تناسبني حقن البلازما؟'],
    ['standard, with the area', 'هل البلازما للوجه تناسبني'],
    ['"am I a candidate"', 'هل أنا مرشحة جيدة للحقن؟'],
    ['Gulf', 'ابي اعرف اذا انفع للبلازما'],
    ['Gulf, longer', 'ابغى اعرف هل جلسات البلازما مناسبة لي ولا لا'],
    ['Egyptian', 'عايزة اعرف تنفعني ولا لا'],
    ['Levantine', 'بدي اعرف اذا بتناسبني'],
    ['Iraqi', 'يصير اسويها لو لا'],
    ['Maghrebi', 'واش كتصلح ليا'],
    ['"check my case"', 'افحص حالتي لو سمحت'],
    ['"start the check"', 'ابدأ الفحص'],
  ])('is read: %s', (_name, text) => {
    expect(read(text)).toBe('eligibility');
  });

  it.each([
    ['pregnancy', 'انا حامل ينفع؟'],
    ['diabetes', 'عندي سكري يناسبني؟'],
    ['an age', 'عمري ١٧ هل تناسبني البلازما'],
    ['another treatment', 'هل يناسبني الفيلر'],
    ['an area, but nobody', 'هل تناسب الشعر'],
    ['wanting to do it', 'بدي اعمل بلازما'],
  ])('is a question with %s', (_name, text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('the development questions', () => {
  const questions = readFileSync(join(ROOT, 'test/questions/development.tsv'), 'utf8').trim().split('\n').slice(1);

  it('are never taken for a command, social talk or a wish', () => {
    const texts = questions.map((line) => line.split('\t')[2] ?? '');
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => read(text) !== undefined)).toEqual([]);
  });
});

describe('after the reply about what is kept', () => {
  it.each([
    ['standard', 'احذفها كلها'],
    ['Levantine', 'طيب امسحوها'],
    ['Gulf', 'ابيك تحذفها'],
    ['English', 'delete it all please'],
    ['French', 'supprimez tout ça'],
  ])('"delete them" is deletion: %s', (_name, text) => {
    expect(talk.read(text, talk.peel(text), true)).toEqual({ kind: 'deed', deed: 'delete-my-data' });
  });

  it('a thought of something else is none', () => {
    expect(talk.read('شلت اللولب من سنة', talk.peel('شلت اللولب من سنة'), true)).toBeUndefined();
  });
});
