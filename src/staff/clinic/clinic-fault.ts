import type { CLINIC_FAULTS } from '../../knowledge/schema/staff/clinic-form';

/** Something to mend in the form. */
export interface ClinicFault {
  /** The id of the field on the page, such as `phone` or `hours-week-sunday`. */
  readonly field: string;
  readonly code: (typeof CLINIC_FAULTS)[number];
}
