/** What a clinic may say of itself, and what texts may name in braces: `{clinic.phone}`. */
export const CLINIC_FIELDS = [
  'name',
  'phone',
  'whatsapp',
  'address',
  'hours',
  'map',
  'booking',
  'prices',
  'emergency',
] as const;

export type ClinicField = (typeof CLINIC_FIELDS)[number];
