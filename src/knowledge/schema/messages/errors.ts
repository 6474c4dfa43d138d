import { z } from 'zod';
import { sentence } from '../text';

/** messages.yaml, section errors: what a patient reads when something fails on our side. */
export const errorMessages = z.strictObject({
  apology: sentence(),
  storageTrouble: sentence(),
  tooManyMessages: sentence(),
});
