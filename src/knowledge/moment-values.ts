import { isLines, sayDoctor, sayHours, type ClinicContent } from './clinic-values';
import type { Values } from './fill-placeholders';
import { localTime } from './opening/clock';
import type { AskedDay, AskedDayReader } from './opening/read-asked-day';
import { saySpecialHours } from './opening/say-holidays';
import { sayOpening } from './opening/say-opening';
import { spaced } from '../text/whole-words';
import type { PricesReader } from './read-prices';
import { sayDate } from './say-date';
import type { Clinic } from './schema/clinic';

/** A question at a moment. */
export interface Asking {
  /** What is asked, narrowest first: the words that ask, then the whole message. */
  readonly questions: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What reads a question about the clinic. */
export interface AskedReaders {
  readonly readDay: AskedDayReader;
  readonly readPrices: PricesReader;
}

/** The names of {@link momentValues}: texts that hold one are made anew each time. */
export const MOMENT_FIELDS: readonly string[] = [
  'opening.asked',
  'opening.usual',
  'opening.special',
  'prices.asked',
  'prices.others',
  'clinic.doctors',
  'clinic.offers',
  'clinic.womenDoctors',
];

type Entry = readonly [name: string, value: string | readonly string[] | undefined];

/** What follows from the clinic's data only for a question and a moment: whether it is open, which offers still hold. */
export function momentValues(content: ClinicContent, readers: AskedReaders, asking: Asking): Values {
  const entries: readonly Entry[] = [
    ...openingEntries(content, readers.readDay, asking),
    ...pricesEntries(content, readers.readPrices, asking),
    ['clinic.doctors', sayDoctors(content, asking)],
    ['clinic.offers', sayOffers(content, asking.now)],
    ['clinic.womenDoctors', sayWomen(content)],
  ];
  return new Map(
    entries.flatMap(([name, value]) => (value === undefined || value.length === 0 ? [] : [[name, value] as const])),
  );
}

/** Where a day was named, that day alone; else today, the usual week and what departs from it soon. */
function openingEntries({ clinic, messages }: ClinicContent, readDay: AskedDayReader, asking: Asking): Entry[] {
  const { hours } = clinic;
  const week = sayHours(hours, messages) ?? [];
  const usual = week.length === 0 ? undefined : [messages.opening.usual, ...week.map((line) => `• ${line}`)].join('\n');
  if (hours === undefined || hours === null || isLines(hours)) return [['opening.usual', usual]];
  const names = (hours.holidays ?? []).map(({ name }) => name);
  const days = asking.questions.map((question) => readDay(question, names));
  const asked: AskedDay = days.find(({ kind }) => kind !== 'today') ?? { kind: 'today' };
  const said = sayOpening(asked, hours, asking.now, messages);
  if (asked.kind !== 'today') return [['opening.asked', said]];
  return [
    ['opening.asked', said],
    ['opening.usual', usual],
    ['opening.special', saySpecialHours(hours, asking.now, messages)],
  ];
}

function pricesEntries({ clinic, messages }: ClinicContent, readPrices: PricesReader, asking: Asking): Entry[] {
  const { asked, missing, others } = readPrices(asking.questions, clinic.prices ?? []);
  const { price, noPrice } = messages.clinicData;
  const say = (prices: typeof others): string[] =>
    prices.map((each) => price.replace('{item}', each.item).replace('{price}', each.price));
  const lines = [
    ...say(asked),
    ...(clinic.prices?.length ? missing.map((name) => noPrice.replace('{item}', name)) : []),
  ];
  return [
    ['prices.asked', lines],
    ['prices.others', say(others)],
  ];
}

/** Shorter words of a name are titles and particles. */
const SHORTEST_NAME = 3;

/** The doctors a question names, or all. */
function sayDoctors({ clinic, messages }: ClinicContent, { questions }: Asking): string[] {
  const doctors = clinic.doctors ?? [];
  const texts = questions.map(spaced);
  const named = doctors.filter(({ name }) => {
    const words = spaced(name)
      .split(' ')
      .filter((word) => word.length >= SHORTEST_NAME);
    return texts.some((text) => words.some((word) => text.includes(` ${word} `)));
  });
  return (named.length > 0 ? named : doctors).map((doctor) => sayDoctor(doctor, messages, 'licence'));
}

/** Offers that hold today, by the clinic's clock where it is known. */
function sayOffers({ clinic, messages }: ClinicContent, now: number): string[] {
  const today = localTime(zoneOf(clinic), now).date;
  return (clinic.offers ?? [])
    .filter(({ until }) => until === undefined || until === null || until >= today)
    .map(({ offer, until }) =>
      until === undefined || until === null
        ? offer
        : messages.clinicData.offerUntil.replace('{offer}', offer).replace('{date}', sayDate(until, messages.dates)),
    );
}

function zoneOf({ hours }: Clinic): string {
  return hours === undefined || hours === null || isLines(hours) ? 'UTC' : hours.timeZone;
}

/** Undefined where it was not entered of every doctor: then nobody can say that there is no woman. */
function sayWomen({ clinic, messages }: ClinicContent): string | readonly string[] | undefined {
  const doctors = clinic.doctors ?? [];
  const women = doctors.filter(({ woman }) => woman === true);
  if (women.length > 0) return women.map((doctor) => sayDoctor(doctor, messages));
  const allMen = doctors.length > 0 && doctors.every(({ woman }) => woman === false);
  return allMen ? messages.clinicData.noWomanDoctor : undefined;
}
