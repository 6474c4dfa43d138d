import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { auditTexts } from './staff/audit';
import { clinicFormTexts } from './staff/clinic-form';
import { contentTexts } from './staff/content';
import { figureTexts } from './staff/figures';
import { identityTexts } from './staff/identity';
import { inboxTexts } from './staff/inbox';
import { sheetTexts } from './staff/sheets';
import { said } from './staff/said';
import { wordTexts } from './staff/words';

/** knowledge/staff/ar.yaml and en.yaml: every text of the staff console. Both have the same keys. */
export const staffSchema = z.strictObject({
  console: said(
    'title',
    'skip',
    'menu',
    'language',
    'languageCode',
    'home',
    'inbox',
    'questions',
    'answers',
    'drafts',
    'clinic',
    'tryOut',
    'words',
    'sheets',
    'figures',
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
    'notOffered',
    'otherPage',
    'tooLarge',
    'unforeseen',
    'notSecure',
    'tooMany',
  ),
  home: said(
    'title',
    'welcome',
    'talks',
    'calls',
    'questions',
    'waiting',
    'open',
    'unreviewed',
    'due',
    'failed',
    'dates',
    'upgraded',
    'example',
    'contentFaults',
    'calm',
  ),
  ...identityTexts,
  ...contentTexts,
  ...clinicFormTexts,
  ...inboxTexts,
  ...sheetTexts,
  ...figureTexts,
  ...auditTexts,
  ...wordTexts,
});

export type StaffTexts = DeepReadonly<z.infer<typeof staffSchema>>;
