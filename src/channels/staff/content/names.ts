import type { StaffTexts } from '../../../knowledge/schema/staff';
import { nameOf } from './content-tools';

/** What an item is called in a heading. */
export const clinicItemName = (
  { texts }: { readonly texts: { readonly ar: StaffTexts } },
  key: string,
  value: unknown,
): string => nameOf(key, value, texts.ar.items);

/** What the list of changes keeps of an item: what is no text of the clinic is said in the language of whoever reads. */
export const auditName = (key: string, value: unknown): string =>
  nameOf(key, value, { clinic: 'clinic', strays: 'strays', untitled: 'untitled' });
