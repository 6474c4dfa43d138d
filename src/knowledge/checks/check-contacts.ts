import { westernDigits } from '../../text/western-digits';
import type { Knowledge } from '../knowledge';
import type { Remark } from '../remark';

/** Digits of a number with its country; those of the Arab countries have ten and more. */
const FEWEST = 10;
const MOST = 15;
/** North America and Russia have numbers of one length: a shorter one that begins so is one of Egypt or Iraq without its country. */
const OF_ELEVEN = /^[17]/;

/** WhatsApp knows numbers only with their country, and a number that begins with a plus has one. */
export function checkContacts({ clinic }: Pick<Knowledge, 'clinic'>): Remark[] {
  return [...checkWhatsapp(clinic.whatsapp), ...checkPhone(clinic.phone)];
}

function checkWhatsapp(given: string | null | undefined): Remark[] {
  if (!given) return [];
  const isLink = /^https?:/.test(given);
  const number = isLink ? numberInLink(given) : given.replace('(0)', '').replace(/[^\d+]/g, '');
  if (number === undefined) return [];
  const hasCountry = isLink
    ? isAbroad(number.replace(/^\+/, ''))
    : isAbroad(/^(?:\+|00)(\d+)$/.exec(number)?.[1] ?? '');
  if (hasCountry) return [];
  return [
    {
      kind: 'fault',
      file: 'clinic.yaml',
      path: ['whatsapp'],
      expected: 'a WhatsApp number with the code of its country',
      tip: isLink
        ? 'write the code of the country behind wa.me/ without a plus and without zeros: https://wa.me/966500000000'
        : "write a plus and the code of the country in place of the first zero: '+966500000000'",
    },
  ];
}

function checkPhone(given: string | null | undefined): Remark[] {
  const abroad = /^\s*(?:\+|00)(.*)$/
    .exec(given ?? '')?.[1]
    ?.replace('(0)', '')
    .replace(/\D/g, '');
  if (abroad === undefined || isAbroad(abroad)) return [];
  return [
    {
      kind: 'fault',
      file: 'clinic.yaml',
      path: ['phone'],
      expected: 'a whole number with the code of its country behind the plus',
      tip: "compare it with the number on the clinic's card; without the code of the country write it without the plus",
    },
  ];
}

/** The number of a link to WhatsApp; undefined where it holds none (a link of WhatsApp Business) or leads elsewhere. */
function numberInLink(link: string): string | undefined {
  const { hostname, pathname, searchParams } = new URL(link);
  const given = /(^|\.)wa\.me$/.test(hostname)
    ? decodeURIComponent(pathname).slice(1)
    : /(^|\.)whatsapp\.com$/.test(hostname)
      ? (searchParams.get('phone') ?? '').replace(/^ /, '+')
      : '';
  const number = westernDigits(given).replace(/[\s()-]/g, '');
  return /^\+?\d+\/?$/.test(number) ? number.replace('/', '') : undefined;
}

function isAbroad(digits: string): boolean {
  if (digits.startsWith('0') || digits.length < FEWEST || digits.length > MOST) return false;
  return !OF_ELEVEN.test(digits) || digits.length === 11;
}
