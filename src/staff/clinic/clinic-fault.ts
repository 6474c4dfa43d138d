/** What can be wrong with a field of the clinic's form: each is a sentence of the console's `clinicFaults`. */
export const CLINIC_FAULTS = [
  'text',
  'digits',
  'link',
  'rows',
  'date',
  'timeZone',
  'weekEmpty',
  'halfShift',
  'sameTime',
  'overlap',
  'day',
  'dayOrder',
  'ramadanEmpty',
  'holidayName',
] as const;

/** Something to mend in the form. */
export interface ClinicFault {
  /** The id of the field on the page, such as `phone` or `hours-week-sunday`. */
  readonly field: string;
  readonly code: (typeof CLINIC_FAULTS)[number];
}
