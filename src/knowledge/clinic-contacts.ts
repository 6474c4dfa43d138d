import type { Clinic } from './schema/clinic';
import type { Messages } from './schema/messages';

/** Ways to reach a person, in the order they are offered. */
const KINDS = ['emergency', 'phone', 'whatsapp', 'booking', 'map'] as const;

type ContactKind = (typeof KINDS)[number];

/** A way to reach the clinic, or the ambulance, that a press follows. */
export interface Contact {
  readonly kind: ContactKind;
  /** What stands on the button. */
  readonly title: string;
  /** `tel:` or `https:` */
  readonly url: string;
}

/** The ways the clinic has given. @param words what stands on the buttons */
export function clinicContacts(clinic: Clinic, words: Messages['contact']['ar']): readonly Contact[] {
  return KINDS.flatMap((kind) => {
    const given = clinic[kind];
    const url = typeof given === 'string' ? addressOf(kind, given) : undefined;
    return url === undefined ? [] : [{ kind, title: words[kind], url }];
  });
}

function addressOf(kind: ContactKind, given: string): string | undefined {
  switch (kind) {
    case 'emergency':
    case 'phone':
      return `tel:${dialled(given)}`;
    case 'whatsapp':
      return /^https?:/.test(given) ? given : whatsappAddress(dialled(given));
    case 'booking':
    case 'map':
      return given;
    default:
      return kind satisfies never;
  }
}

/** What a telephone dials: digits, and a plus before the country. The zero in "+966 (0)50" is for calls at home only. */
function dialled(number: string): string {
  const isAbroad = /^\s*(\+|00)/.test(number);
  return (isAbroad ? number.replace('(0)', '') : number).replace(/[^\d+]/g, '');
}

/** WhatsApp knows numbers only with their country: without it none can be addressed, and dialling it would be a call. */
function whatsappAddress(number: string): string | undefined {
  const country = /^(?:\+|00)(\d+)$/.exec(number)?.[1];
  return country === undefined ? undefined : `https://wa.me/${country}`;
}
