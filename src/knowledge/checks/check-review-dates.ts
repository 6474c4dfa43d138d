import type { Remark } from '../remark';
import type { Knowledge } from '../knowledge';

const DAY = 86_400_000;
const YEAR_IN_DAYS = 365;

/** Answers are reviewed at least once a year, and not in the future (a day's grace for time zones). */
export function checkReviewDates({ categories }: Pick<Knowledge, 'categories'>, today: Date): Remark[] {
  return categories.flatMap(({ file, topics }) =>
    topics.flatMap((topic, at): Remark[] => {
      const days = (today.getTime() - Date.parse(topic.reviewed)) / DAY;
      const place = { file, path: ['topics', at, 'reviewed'] };
      const last = today.toISOString().slice(0, 10);
      if (days < -1)
        return [{ ...place, kind: 'fault', expected: `a day up to today, ${last}`, tip: 'correct the date' }];
      if (days <= YEAR_IN_DAYS) return [];
      const tip = `have the doctor look at the answer again, then write the day: ${last}`;
      return [{ ...place, kind: 'warning', expected: 'a review within the last year', tip }];
    }),
  );
}
