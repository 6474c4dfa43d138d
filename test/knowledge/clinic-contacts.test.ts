import { clinicCard } from '../../src/knowledge/clinic-card';
import { clinicContacts } from '../../src/knowledge/clinic-contacts';
import { createTexts } from '../../src/knowledge/create-texts';
import { loadShipped } from '../helpers/load-shipped';

const knowledge = loadShipped();
const words = knowledge.messages.contact.ar;
const given = { example: false, phone: '+966 (0)50 000-0000', emergency: '997' };

describe('ways to the clinic', () => {
  it.each([
    ['a number at home', { phone: '050 000 0000' }, ['tel:0500000000']],
    ['a number from abroad with the zero of home', { phone: '+966 (0)50 000-0000' }, ['tel:+966500000000']],
    ['WhatsApp with its country', { whatsapp: '+966 50 000 0000' }, ['https://wa.me/966500000000']],
    ['WhatsApp with 00', { whatsapp: '00966500000000' }, ['https://wa.me/966500000000']],
    ['WhatsApp as a link', { whatsapp: 'https://wa.me/966500000000' }, ['https://wa.me/966500000000']],
    ['WhatsApp without a country: nothing to write to, and never a call', { whatsapp: '0500000000' }, []],
    ['a key with nothing after it', { phone: null, map: null }, []],
  ])('%s', (_name, clinic, urls) => {
    expect(clinicContacts({ example: false, ...clinic }, words).map(({ url }) => url)).toEqual(urls);
  });

  it('are buttons of a text where it names them, in its order', () => {
    const texts = createTexts({ ...knowledge, clinic: given });
    expect(texts.contacts('{clinic.phone}\n{clinic.map}\nثم {clinic.emergency}').map(({ kind }) => kind)).toEqual([
      'phone',
      'emergency',
    ]);
    expect(texts.contacts('لا شيء')).toEqual([]);
  });

  it('stand on a card with the hours, for when nothing can be reached', () => {
    const clinic = { ...given, hours: ['من 10 إلى 8'], booking: 'https://clinic.example/book' };
    expect(clinicCard({ ...knowledge, clinic }, words)).toEqual({
      hours: ['من 10 إلى 8'],
      links: [
        { kind: 'emergency', title: words.emergency, url: 'tel:997' },
        { kind: 'phone', title: words.phone, url: 'tel:+966500000000' },
      ],
    });
  });
});
