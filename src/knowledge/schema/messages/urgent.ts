import { z } from 'zod';
import { sentence } from '../text';

/** messages.yaml, section urgent: the first line is the action, then the numbers to call; no advice, no reassurance. */
export const urgentMessages = z.strictObject({
  emergency: sentence(),
  sameDay: sentence(),
  selfHarm: sentence(),
  /** After the person said that help was had. */
  helped: sentence(),
});
