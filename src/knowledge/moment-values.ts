import { isLines, sayDoctor, type ClinicContent } from './clinic-values';
import type { Values } from './fill-placeholders';
import { localTime } from './opening/clock';
import type { AskedDayReader } from './opening/read-asked-day';
import { sayOpening, saySpecialHours } from './opening/say-opening';
import { sayDate } from './say-date';

/** A question at a moment. */
export interface Asking {
  readonly question: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The names of {@link momentValues}: texts that hold one are made anew each time. */
export const MOMENT_FIELDS: readonly string[] = [
  'opening.asked',
  'opening.special',
  'clinic.offers',
  'clinic.womenDoctors',
];

/** What follows from the clinic's data only for a question and a moment: whether it is open, which offers still hold. */
export function momentValues(content: ClinicContent, readDay: AskedDayReader, { question, now }: Asking): Values {
  const { clinic, messages } = content;
  const values = new Map<string, string | readonly string[]>();
  const { hours } = clinic;
  if (hours !== undefined && hours !== null && !isLines(hours)) {
    values.set('opening.asked', sayOpening(readDay(question), hours, now, messages));
    const special = saySpecialHours(hours, now, messages);
    if (special !== undefined) values.set('opening.special', special);
  }
  const offers = sayOffers(content, now);
  if (offers.length > 0) values.set('clinic.offers', offers);
  const women = sayWomen(content);
  if (women !== undefined) values.set('clinic.womenDoctors', women);
  return values;
}

/** Offers that hold today, by the clinic's clock where it is known. */
function sayOffers({ clinic, messages }: ClinicContent, now: number): string[] {
  const { hours } = clinic;
  const zone = hours === undefined || hours === null || isLines(hours) ? 'UTC' : hours.timeZone;
  const today = localTime(zone, now).date;
  return (clinic.offers ?? [])
    .filter(({ until }) => until === undefined || until === null || until >= today)
    .map(({ offer, until }) =>
      until === undefined || until === null
        ? offer
        : messages.clinicData.offerUntil.replace('{offer}', offer).replace('{date}', sayDate(until, messages.dates)),
    );
}

/** Undefined where it was not entered of every doctor: then nobody can say that there is no woman. */
function sayWomen({ clinic, messages }: ClinicContent): string | readonly string[] | undefined {
  const doctors = clinic.doctors ?? [];
  const women = doctors.filter(({ woman }) => woman === true);
  if (women.length > 0) return women.map((doctor) => sayDoctor(doctor, messages));
  const allMen = doctors.length > 0 && doctors.every(({ woman }) => woman === false);
  return allMen ? messages.clinicData.noWomanDoctor : undefined;
}
