import type { StaffTexts } from '../../../knowledge/schema/staff';
import { nameOf } from './content-tools';

/** What an item is called in a sentence of the audit or a heading. */
export const clinicItemName = (
  { texts }: { readonly texts: { readonly ar: StaffTexts } },
  key: string,
  value: unknown,
): string => nameOf(key, value, texts.ar.items);
