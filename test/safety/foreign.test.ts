import { createForeignReader } from '../../src/safety/read-foreign';
import { loadShipped } from '../helpers/load-shipped';

const knowledge = loadShipped();
const read = createForeignReader(knowledge.urgent.foreign);

describe('plain emergencies in other languages', () => {
  it.each([
    ['English', 'I suddenly can’t see with my left eye', 'vision'],
    ['English', 'my husband fainted after the session what do I do', 'collapse'],
    ['English', 'the bleeding just won’t stop', 'bleeding'],
    ['French', 'je n’arrive pas à respirer depuis la séance', 'breathing'],
    ['French', 'j’ai une douleur dans la poitrine', 'chest'],
    ['Urdu', 'مجھے سانس نہیں آ رہا', 'breathing'],
    ['Urdu', 'سینے میں درد ہے', 'chest'],
    ['Urdu in Latin letters', 'mujhe dikhai nahi de raha', 'vision'],
    ['Persian', 'من نمی‌توانم نفس بکشم', 'breathing'],
    ['Persian', 'بعد از تزریق چشمم تار می‌بینم', 'vision'],
    ['Turkish', 'nefes alamıyorum yardım edin', 'breathing'],
    ['Turkish', 'ölmek istiyorum', 'self-harm'],
    ['Hindi', 'मुझे सांस नहीं आ रही', 'breathing'],
    ['Hindi in Latin letters', 'mere seene mein bahut dard hai', 'chest'],
    ['Tagalog', 'hindi ako makahinga po', 'breathing'],
    ['Tagalog', 'nahimatay ang nanay ko', 'collapse'],
    ['German', 'Meine Mutter ist bewusstlos geworden', 'collapse'],
    ['Spanish', 'mi esposo dice que no puede, no veo con el ojo derecho', 'vision'],
    ['Italian', 'mia figlia ha la lingua gonfia', 'allergy'],
    ['a cry for help', 'au secours', 'life-danger'],
    ['a cry in one word', 'ayuda', 'life-danger'],
    ['a cry in one word', 'SOS!', 'life-danger'],
    ['a cry in one word', 'بچاؤ', 'life-danger'],
  ])('%s: %s', (_language, text, sign) => {
    expect(read(text)).toBe(sign);
  });

  it.each([
    ['a question about a risk', 'can it make me go blind if I can’t see'],
    ['a condition', 'what if I have chest pain after it'],
    ['a denial', 'I have no chest pain'],
    ['long ago', 'I fainted years ago during a blood test'],
    ['a price', 'how much is a session for hair'],
    ['Arabic', 'ما اشوف بعيني'],
  ])('is not misled by %s', (_name, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('has a refusal with the emergency number in each language', () => {
    for (const text of Object.values(knowledge.messages.chat.otherLanguage))
      expect(text).toContain('{clinic.emergency}');
  });
});
