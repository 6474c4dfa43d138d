import { z } from 'zod';
import { buttonText } from '../text';

const words = z.strictObject({
  emergency: buttonText,
  phone: buttonText,
  whatsapp: buttonText,
  booking: buttonText,
  map: buttonText,
  person: buttonText.describe('Talk to a person: a command, said for the patient.'),
});

/** messages.yaml, section contact: what stands on buttons that lead to the clinic, and to the ambulance. */
export const contactMessages = z.strictObject({ ar: words, en: words });
