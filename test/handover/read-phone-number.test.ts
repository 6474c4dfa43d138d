import { readPhoneNumber } from '../../src/handover/read-phone-number';

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
