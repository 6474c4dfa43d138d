import { z } from 'zod';
import { sentence } from '../text';

/** messages.yaml, section urgent: the first line is the action, then the numbers to call; no advice, no reassurance. */
export const urgentMessages = z.strictObject({
  emergency: sentence(),
  sameDay: sentence(),
  selfHarm: sentence(),
  /** To a sign written in another language: in Arabic and in those languages. */
  foreign: sentence(),
  /** What is said to signs of the kinds harm and support, by the sign. */
  harm: z.record(z.string(), sentence()),
  /** After the person said that help was had. */
  helped: sentence(),
});
