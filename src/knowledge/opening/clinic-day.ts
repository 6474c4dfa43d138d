import type { Clinic } from '../schema/clinic';
import { localTime } from './clock';

/** The day by the clinic's clock, year-month-day; by that of Greenwich where it has given none. */
export function clinicDay({ hours }: Pick<Clinic, 'hours'>, now: number): string {
  const zone = hours !== undefined && hours !== null && 'timeZone' in hours ? hours.timeZone : 'UTC';
  return localTime(zone, now).date;
}
