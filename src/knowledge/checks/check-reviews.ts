import { answerDigest } from '../answer-digest';
import type { Knowledge, Topic } from '../knowledge';
import type { Remark } from '../remark';
import { readReview } from '../read-review';

const DAY = 86_400_000;
const YEAR_IN_DAYS = 365;
/** Of a reading, so that a clock in another time zone is no fault. */
const GRACE_IN_DAYS = 1;

type Told = Pick<Remark, 'kind' | 'expected' | 'tip'>;

/** What a physician signed is the answer that stands there, at most a year old, and not from the future. */
export function checkReviews({ categories }: Pick<Knowledge, 'categories'>, today: Date): Remark[] {
  return categories.flatMap(({ file, topics }) =>
    topics.flatMap((topic, at) => {
      const told = tell(topic, today);
      return told === undefined ? [] : [{ ...told, file, path: ['topics', at, 'reviewed'] }];
    }),
  );
}

function tell(topic: Topic, today: Date): Told | undefined {
  const review = readReview(topic);
  if (typeof topic.reviewed === 'string') return aDayAlone(topic);
  if (review.kind === 'none') return undefined;
  const days = (today.getTime() - Date.parse(review.on)) / DAY;
  const last = today.toISOString().slice(0, 10);
  if (days < -GRACE_IN_DAYS) return { kind: 'fault', expected: `a day up to today, ${last}`, tip: 'correct the date' };
  if (review.kind === 'changed') return anotherText(topic);
  if (days <= YEAR_IN_DAYS) return undefined;
  const tip = `have the physician read the answer again, then write the day: ${last}`;
  return { kind: 'warning', expected: 'a review within the last year', tip };
}

function aDayAlone(topic: Topic): Told {
  const tip = `delete it, or after a physician of the clinic has read the answer write ${example(topic)}`;
  return { kind: 'warning', expected: 'who read the answer, when, and which text', tip };
}

function anotherText(topic: Topic): Told {
  const tip = `have the physician read the answer as it is now, then write digest: '${answerDigest(topic)}'`;
  return {
    kind: 'warning',
    expected: 'the digest of the answer as it stands: until then it counts as not reviewed',
    tip,
  };
}

function example(topic: Topic): string {
  return `{by: …, on: …, digest: '${answerDigest(topic)}'}`;
}
