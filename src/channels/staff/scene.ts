import type { StaffTexts } from '../../knowledge/schema/staff';
import type { Member } from '../../staff/identity/member';
import type { Language } from './language';

/** What every page is drawn in. */
export interface Scene {
  readonly texts: StaffTexts;
  readonly language: Language;
  /** The clinic's name; undefined where it has given none. */
  readonly clinicName: string | undefined;
  /** Who is signed in. */
  readonly member: Member | undefined;
  readonly formToken: string;
  /** Where we are, to mark it in the menu. */
  readonly path: string;
  /** Whether the organisation's account is a way in. */
  readonly hasOrganisation: boolean;
  /** Versions of what the browser loads. */
  readonly versions: Readonly<Record<'script' | 'style' | 'previewScript' | 'previewStyle', string>>;
}
