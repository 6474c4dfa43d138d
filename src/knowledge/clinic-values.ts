import type { Values } from './fill-placeholders';
import type { Clinic } from './schema/clinic';
import { CLINIC_FIELDS } from './schema/clinic-fields';

/** The clinic's data under the names texts use for them, `clinic.phone`. What the clinic has not given is absent. */
export function clinicValues(clinic: Clinic): Values {
  const values = new Map<string, string | readonly string[]>();
  for (const field of CLINIC_FIELDS) {
    const value = field === 'prices' ? clinic.prices?.map(({ item, price }) => `${item}: ${price}`) : clinic[field];
    if (value !== undefined && value !== null && value.length > 0) values.set(`clinic.${field}`, value);
  }
  return values;
}
