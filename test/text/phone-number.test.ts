import { cleanPhoneNumber, readPhoneNumber } from '../../src/text/phone-number';

describe('a telephone number', () => {
  it.each([
    ['Western digits', '0501234567', '0501234567'],
    ['Arabic digits', '٠٥٠١٢٣٤٥٦٧', '0501234567'],
    ['Persian digits', '۰۹۱۲۳۴۵۶۷۸۹', '09123456789'],
    ['with its country', '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '+966501234567'],
    ['with dashes and words', 'رقمي 050-123-4567 شكرًا', '0501234567'],
    ['with marks of direction', '\u200e0501234567\u200f', '0501234567'],
    ['a date is none', 'يوم 12/5', undefined],
    ['too short', '12345', undefined],
    ['too long', '12345678901234567890', undefined],
    ['words', 'بعد العصر', undefined],
  ])('is read: %s', (_name, text, number) => {
    expect(readPhoneNumber(text)).toBe(number);
  });
});

describe('a number typed or pasted by hand', () => {
  it.each([
    ['with the zero of home', '+966 (0)50 000 0000', '+966 (0)50 000 0000'],
    ['with no-break spaces', '050\u00A0000\u202F0000', '050 000 0000'],
    ['out of WhatsApp', '\u202A+966 50\u200E 000 0000\u202C', '+966 50 000 0000'],
    ['in Persian digits with wide plus', '\uFF0B۹۸ ۹۱۲', '+98 912'],
    ['no number stays what it is', 'اتصل بنا', 'اتصل بنا'],
  ])('is cleaned: %s', (_name, text, kept) => {
    expect(cleanPhoneNumber(text)).toBe(kept);
  });
});
