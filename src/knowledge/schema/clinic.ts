import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { numberLike, phoneNumber, webLink } from './contact';
import { calendarDay } from './day';
import { openingHoursSchema } from './opening-hours';
import { plainText } from './text';

const lines = z.array(plainText, { error: 'a list: one line for each, beginning with "- "' });

/** A key with nothing after it is a value the clinic has not given yet. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

/** knowledge/clinic.yaml: the clinic's own data. Everything is optional: what is absent is said to be absent, never invented. */
export const clinicSchema = z.strictObject({
  example: z
    .boolean({ error: 'true while these are example data, false for a real clinic' })
    .default(false)
    .describe('True while the data below are invented for trying the program out: answers then say so.'),
  name: optional(plainText),
  phone: optional(phoneNumber),
  whatsapp: optional(z.union([phoneNumber, webLink], { error: 'a telephone number or a https://wa.me/ link' })),
  address: optional(plainText),
  hours: optional(
    z.union([openingHoursSchema, lines], {
      error: 'a group with timeZone: and week:, as in the example of the README',
    }),
  ).describe('By day, so that "are you open today?" is answered; or lines of text, which are only shown.'),
  map: optional(webLink),
  parking: optional(plainText),
  branches: optional(lines).describe('Other places of the same clinic.'),
  visitors: optional(plainText).describe('What who comes from another town should know.'),
  doctors: optional(
    z.array(
      z.strictObject({
        name: plainText,
        title: optional(plainText),
        licence: optional(plainText.describe('Number of the licence to practise, as the ministry gave it.')),
        days: optional(plainText).describe('When this doctor is there, as patients should read it.'),
        woman: z.boolean({ error: 'true or false' }).nullish(),
      }),
      { error: 'a list of doctors, each with name:' },
    ),
  ),
  booking: optional(webLink),
  prices: optional(
    z.array(
      z.strictObject(
        { item: plainText, price: plainText },
        { error: 'a group of two lines, "item: …" and "price: …"' },
      ),
      { error: 'a list of prices, each with item: and price:' },
    ),
  ),
  payment: optional(plainText).describe('Ways of paying.'),
  instalments: optional(plainText),
  insurance: optional(plainText),
  offers: optional(
    z.array(
      z.strictObject({
        offer: plainText,
        until: calendarDay('2027-03-10').nullish().describe('The last day of the offer; afterwards it is not shown.'),
      }),
      { error: 'a list of offers, each with offer:' },
    ),
  ),
  helpline: optional(numberLike(/^[0-9 +]{3,20}$/, "the number of the country's helpline, between quotation marks")),
  emergency: optional(
    numberLike(/^[0-9]{2,6}$/, "the ambulance number of the country, between quotation marks: '997'"),
  ),
  responsible: optional(plainText).describe('Who answers for the data of patients: the clinic in full, or a person.'),
  privacyPage: optional(webLink).describe("The clinic's own page on privacy."),
});

export type Clinic = DeepReadonly<z.infer<typeof clinicSchema>>;
