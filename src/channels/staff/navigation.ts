import type { StaffTexts } from '../../knowledge/schema/staff';
import { mayDo, type Role } from '../../staff/identity/role';

/** A place of the menu. */
export interface Place {
  readonly path: string;
  readonly text: (texts: StaffTexts) => string;
  readonly needs: Role;
  /** What is used every day stands in the menu itself, the rest one press further on a phone. */
  readonly isDaily?: true;
}

/** The menu, in its order; a new page of its own is one line here. */
const PLACES: readonly Place[] = [
  { path: '/staff', text: ({ console }) => console.home, needs: 'reads', isDaily: true },
  { path: '/staff/inbox', text: ({ console }) => console.inbox, needs: 'answers', isDaily: true },
  { path: '/staff/questions', text: ({ console }) => console.questions, needs: 'reads', isDaily: true },
  { path: '/staff/answers', text: ({ console }) => console.answers, needs: 'reads', isDaily: true },
  { path: '/staff/drafts', text: ({ console }) => console.drafts, needs: 'reads' },
  { path: '/staff/clinic', text: ({ console }) => console.clinic, needs: 'reads', isDaily: true },
  { path: '/staff/try', text: ({ console }) => console.tryOut, needs: 'reads' },
  { path: '/staff/words', text: ({ console }) => console.words, needs: 'reads' },
  { path: '/staff/sheets', text: ({ console }) => console.sheets, needs: 'reads' },
  { path: '/staff/figures', text: ({ console }) => console.figures, needs: 'reads' },
  { path: '/staff/people', text: ({ console }) => console.people, needs: 'administers' },
  { path: '/staff/audit', text: ({ console }) => console.audit, needs: 'reads' },
  { path: '/staff/account', text: ({ console }) => console.account, needs: 'reads' },
];

/** The places somebody may go to. */
export const placesFor = (roles: readonly Role[]): readonly Place[] =>
  PLACES.filter(({ needs }) => mayDo(roles, needs));
