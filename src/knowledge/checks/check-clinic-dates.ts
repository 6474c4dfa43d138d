import { isLines } from '../clinic-values';
import type { YamlPath } from '../fault';
import type { Knowledge } from '../knowledge';
import type { Remark } from '../remark';

/** Holidays, the hours of Ramadan and offers that are over do no harm, but somebody should enter the next ones. */
export function checkClinicDates({ clinic }: Pick<Knowledge, 'clinic'>, today: Date): Remark[] {
  const day = today.toISOString().slice(0, 10);
  const over = (path: YamlPath, last: string | null | undefined): Remark[] =>
    last === undefined || last === null || last >= day
      ? []
      : [
          {
            kind: 'warning',
            file: 'clinic.yaml',
            path,
            expected: `a day from ${day} on`,
            tip: 'it is over and no longer told: delete it, or enter the dates of next time',
          },
        ];
  const { hours, offers } = clinic;
  const ofHours =
    hours === undefined || hours === null || isLines(hours)
      ? []
      : [
          ...over(['hours', 'ramadan', 'to'], hours.ramadan?.to),
          ...(hours.holidays ?? []).flatMap(({ from, to = from }, at) => over(['hours', 'holidays', at], to)),
        ];
  return [...ofHours, ...(offers ?? []).flatMap(({ until }, at) => over(['offers', at, 'until'], until))];
}
