import type { Clinic } from '../../knowledge/schema/clinic';
import type { OpeningHours } from '../../knowledge/schema/opening-hours';
import type { Part } from '../content/part';
import { DAYS_IN_FORM } from './typed-hours';

/** Opening hours in parts, a day each: the audit then tells of the day that changed. */
export function describeHours(hours: Clinic['hours']): readonly Part[] {
  if (hours === undefined || hours === null) return [];
  if (isLines(hours)) return [{ field: 'hours', text: hours.join('\n') }];
  const { timeZone, week, ramadan, holidays } = hours;
  return [
    { field: 'hours.timeZone', text: timeZone },
    ...describeWeek(week, 'hours'),
    ...(ramadan === undefined || ramadan === null
      ? []
      : [{ field: 'ramadan', text: span(ramadan) }, ...describeWeek(ramadan.week, 'ramadan')]),
    ...(holidays === undefined || holidays === null || holidays.length === 0
      ? []
      : [
          {
            field: 'holidays',
            text: holidays.map(({ name, open = [], ...days }) => [name, span(days), ...open].join(' · ')).join('\n'),
          },
        ]),
  ];
}

const describeWeek = (week: OpeningHours['week'], name: string): Part[] =>
  DAYS_IN_FORM.map((day) => ({ field: `${name}.${day}`, text: week[day].join(' · ') || '—' }));

const span = ({ from, to }: { readonly from: string; readonly to?: string | undefined }): string =>
  to === undefined || to === from ? from : `${from} – ${to}`;

const isLines = (hours: OpeningHours | readonly string[]): hours is readonly string[] => Array.isArray(hours);
