import { z } from 'zod';
import { said } from './said';

/** What the audit tells of: each kind is a sentence of the console. */
export const AUDITED = [
  'joined',
  'signed-in',
  'sign-in-refused',
  'signed-out-everywhere',
  'password-changed',
  'passkey-added',
  'passkey-removed',
  'invited',
  'roles-changed',
  'disabled',
  'enabled',
  'recovery-link',
  'draft-saved',
  'draft-sent',
  'draft-dropped',
  'published',
  'undone',
  'clinic-changed',
  'questions-taken',
  'questions-dropped',
  'update-taken',
  'update-left',
  'available',
  'unavailable',
  'talk-ended',
  'call-ended',
  'sheet-taken',
  'content-imported',
  'place-opened',
  'place-closed',
] as const;

/** The list of who changed what. */
export const auditTexts = {
  audit: z.strictObject({
    title: said('title', 'text', 'empty', 'older', 'nobody'),
    sentences: said(...AUDITED),
  }),
};
