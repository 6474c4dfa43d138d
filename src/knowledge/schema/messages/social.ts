import { z } from 'zod';
import { identifier, sentence } from '../text';

/** messages.yaml, section social: one reply for each kind of social talk in vocabulary.yaml. */
export const socialMessages = z.record(identifier, sentence());
