import { clinicContacts, type Contact } from './clinic-contacts';
import { clinicValues } from './clinic-values';
import type { Knowledge } from './knowledge';
import type { Messages } from './schema/messages';

/** What a patient needs when the assistant cannot be reached: travels with the page, so that no server is asked. */
export interface ClinicCard {
  readonly name?: string;
  /** Opening hours, a line each. */
  readonly hours: readonly string[];
  /** The ambulance, the clinic's telephone and WhatsApp. */
  readonly links: readonly Contact[];
  /** Said while the data are invented. */
  readonly example?: string;
}

const BY_TELEPHONE = ['emergency', 'phone', 'whatsapp'];

/** The card of a clinic. @param words what stands on its buttons */
export function clinicCard(
  { clinic, messages }: Pick<Knowledge, 'clinic' | 'messages'>,
  words: Messages['contact']['ar'],
): ClinicCard {
  const hours = clinicValues({ clinic, messages }).get('clinic.hours') ?? [];
  return {
    ...(clinic.name && { name: clinic.name }),
    hours: typeof hours === 'string' ? [hours] : hours,
    links: clinicContacts(clinic, words).filter(({ kind }) => BY_TELEPHONE.includes(kind)),
    ...(clinic.example && { example: messages.chat.exampleClinic }),
  };
}
