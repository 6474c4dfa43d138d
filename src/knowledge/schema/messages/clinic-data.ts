import { z } from 'zod';
import { sentence } from '../text';

/** messages.yaml, section clinicData: how data of clinic.yaml that have several parts are told. */
export const clinicDataMessages = z.strictObject({
  price: sentence('item', 'price'),
  doctor: z.strictObject({
    title: sentence('doctor', 'title'),
    licence: sentence('doctor', 'licence'),
    days: sentence('doctor', 'days'),
  }),
  noWomanDoctor: sentence().describe('Where every doctor is entered as woman: false.'),
  offerUntil: sentence('offer', 'date'),
});
