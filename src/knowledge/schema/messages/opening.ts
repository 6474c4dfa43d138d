import { z } from 'zod';
import { plainText, sentence } from '../text';

const DAYS = 7;

/** messages.yaml, section opening: how opening hours are told. */
export const openingMessages = z.strictObject({
  time: z
    .strictObject({
      full: sentence('hour', 'half').describe('A full hour.'),
      exact: sentence('hour', 'minute', 'half'),
      morning: plainText.describe('From midnight to noon.'),
      noon: plainText.describe('From 12:00 to 12:59.'),
      evening: plainText.describe('From 13:00.'),
      midnight: plainText.describe('Instead of an hour, at 00:00 and 24:00.'),
    })
    .describe('A time of day on the clock of twelve hours.'),
  shift: sentence('from', 'to'),
  and: plainText.describe('What joins two shifts of a day.'),
  weekdays: z.array(plainText).length(DAYS, { error: 'the names of the seven days, Sunday first' }),
  days: sentence('first', 'last').describe('Days in a row with the same hours.'),
  line: sentence('days', 'hours').describe('A line of the week.'),
  closed: plainText,
  today: sentence('day'),
  tomorrow: sentence('day'),
  dayAfter: sentence('day'),
  weekday: sentence('day', 'date').describe('A day farther away.'),
  onHoliday: sentence('day', 'holiday'),
  inRamadan: sentence('day').describe('A day told with the hours of Ramadan.'),
  isOpen: sentence('day', 'hours', 'until'),
  opensLater: sentence('day', 'hours', 'opens').describe('Later on the same day.'),
  isOver: sentence('day', 'hours', 'opens'),
  isClosed: sentence('day', 'opens'),
  isClosedForLong: sentence('day').describe('Where the next opening is not known.'),
  hoursOf: sentence('day', 'hours').describe('Of a day that is not today.'),
  opens: sentence('day', 'time').describe('The next opening, within a sentence.'),
  ramadan: sentence('from', 'to').describe('Heads the hours of Ramadan.'),
  usual: plainText.describe('Heads the hours of the week, where no day was named.'),
  holidaysSoon: plainText.describe('Heads the holidays of the coming weeks.'),
  ramadanUnknown: sentence(),
  holiday: sentence('holiday', 'days', 'hours').describe('A line of the holidays.'),
  holidaysUnknown: sentence(),
  feastUnknown: sentence('feast').describe('A holiday the clinic has not entered.'),
  feastNotEntered: sentence('feast').describe('Behind the hours of its day, where everybody knows that day.'),
  noSuchDay: sentence().describe('The 31st of June.'),
  reckoned: plainText.describe('Behind a day that was reckoned by the Hijri calendar.'),
  period: sentence('from', 'to'),
});
