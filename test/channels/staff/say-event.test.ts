import { sayEvent } from '../../../src/channels/staff/identity/say-event';
import { AUDITED } from '../../../src/knowledge/schema/staff/audit';
import { loadShipped } from '../../helpers/load-shipped';

const { staffArabic, staffEnglish } = loadShipped();
const ARABIC = /\p{Script=Arabic}/u;

/** What the program itself names in each kind of event. */
const values = {
  joined: { roles: 'reads edits' },
  invited: { roles: 'approves' },
  'roles-changed': { member: 'reads', from: 'reads', to: 'reads administers' },
  'clinic-changed': { field: 'hours.sunday', from: '9', to: '10' },
  published: { item: 'clinic', by: 'Sara' },
  undone: { item: 'strays', revision: '3' },
  'draft-saved': { item: 'untitled' },
  'sheet-taken': { sheet: 'phrasings', taken: '1', left: '2' },
} as const;
const fallback = { outcome: 'answered', item: 'x', member: 'x', count: '1', place: 'x', login: 'x' };

it.each(AUDITED)('%s is a whole sentence in either language', (kind) => {
  const event = { kind, who: 'Sara', values: { ...fallback, ...(values as Record<string, object>)[kind] } };
  const [arabic, english] = [sayEvent(event, staffArabic), sayEvent(event, staffEnglish)];
  expect(english).not.toMatch(ARABIC);
  expect(arabic).toMatch(ARABIC);
  expect([arabic, english].join(' ')).not.toMatch(/[{}]/);
});

it('a member’s name is said as it is, whatever it is', () => {
  const said = sayEvent({ kind: 'roles-changed', who: 'Sara', values: values['roles-changed'] }, staffEnglish);
  expect(said).toContain('of reads from “Reads”');
});

it('what was kept in words before stays readable', () => {
  const event = { kind: 'clinic-changed', who: 'سارة', values: { field: 'الهاتف', from: '1', to: '2' } } as const;
  expect(sayEvent(event, staffArabic)).toContain('«الهاتف»');
});
