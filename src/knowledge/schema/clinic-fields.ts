/** What a clinic may say of itself, and what texts may name in braces: `{clinic.phone}`. */
export const CLINIC_FIELDS = [
  'name',
  'phone',
  'whatsapp',
  'address',
  'hours',
  'map',
  'parking',
  'branches',
  'visitors',
  'doctors',
  'booking',
  'prices',
  'payment',
  'instalments',
  'insurance',
  'offers',
  'emergency',
  'helpline',
  'responsible',
  'privacyPage',
] as const;

export type ClinicField = (typeof CLINIC_FIELDS)[number];

/** What answers of the FAQ may name besides: it follows from the clinic's data, the day and the question. */
export const DERIVED_FIELDS = [
  /** One sentence on the day that was asked about: open, closed, when it opens. */
  'opening.asked',
  /** The hours of an ordinary week under their heading, where no day was named. */
  'opening.usual',
  /** Lines on Ramadan and the holidays of the coming weeks, where no day was named. */
  'opening.special',
  /** The prices of what was asked for, and what of it has none. */
  'prices.asked',
  /** The rest of the prices. */
  'prices.others',
  /** The women among the doctors, or a sentence that there is none. */
  'clinic.womenDoctors',
  /** What the lines of the same text that are left out would have named ("Instalments, Insurance"). */
  'clinic.notGiven',
] as const;
