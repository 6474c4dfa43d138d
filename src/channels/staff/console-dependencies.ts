import type { StaffTexts } from '../../knowledge/schema/staff';
import type { StaffStore } from '../../staff/staff-store';
import type { Attempts } from './attempts';
import type { ConsoleContent } from './content/content-tools';
import type { Provider } from './identity/provider';
import type { Inbox } from './inbox/inbox';
import type { Language } from './language';
import type { Scene } from './scene';
import type { StaffRequest } from './staff-route';
import type { Member } from '../../staff/identity/member';

/** What the console is made of. */
export interface ConsoleDependencies {
  readonly store: StaffStore;
  /** The texts of the console. */
  readonly texts: Readonly<Record<Language, StaffTexts>>;
  readonly clinicName: () => string | undefined;
  readonly content: ConsoleContent;
  readonly inbox: Inbox;
  /** The organisation's accounts; undefined: nobody signs in with one. */
  readonly provider: Provider | undefined;
  /** Our own origin as browsers see it; undefined: the host a request names. */
  readonly publicUrl: string | undefined;
  readonly versions: Scene['versions'];
  /** Told of what nobody foresaw. */
  readonly report: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The same with what all rooms of the console share. */
export interface ConsoleTools extends ConsoleDependencies {
  readonly attempts: Attempts;
  /** What a page for this request is drawn in. */
  readonly sceneOf: (request: StaffRequest & { readonly member?: Member }) => Scene;
}
