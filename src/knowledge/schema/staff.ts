import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { identityTexts } from './staff/identity';
import { said } from './staff/said';

/** knowledge/staff/ar.yaml and en.yaml: every text of the staff console. Both have the same keys. */
export const staffSchema = z.strictObject({
  console: said(
    'title',
    'skip',
    'menu',
    'language',
    'languageCode',
    'home',
    'people',
    'account',
    'audit',
    'signedInAs',
    'more',
  ),
  faults: said(
    'title',
    'back',
    'forbidden',
    'noRole',
    'notFound',
    'otherPage',
    'tooLarge',
    'unforeseen',
    'notSecure',
    'tooMany',
  ),
  home: said('title', 'welcome'),
  ...identityTexts,
  audit: z.strictObject({
    title: said('title', 'text', 'empty', 'older', 'nobody'),
    sentences: said(
      'joined',
      'signed-in',
      'sign-in-refused',
      'signed-out-everywhere',
      'password-changed',
      'invited',
      'roles-changed',
      'disabled',
      'enabled',
      'recovery-link',
    ),
  }),
});

export type StaffTexts = DeepReadonly<z.infer<typeof staffSchema>>;
