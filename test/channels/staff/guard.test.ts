import type { ConsoleTools } from '../../../src/channels/staff/console-dependencies';
import { guardRoute } from '../../../src/channels/staff/guard';
import type { StaffReply } from '../../../src/channels/staff/staff-route';

const MINUTE = 60_000;
const NOW = 1_700_000_000_000;

it('a page is read although it cannot be noted that somebody is still there, as on a full disk', async () => {
  const reported: unknown[] = [];
  const full = new Error('no room');
  const member = { id: 'sara', name: 'سارة', login: 'sara', roles: ['reads'], createdAt: 0, disabled: false };
  const session = { member, createdAt: NOW - 9 * MINUTE, seenAt: NOW - 2 * MINUTE };
  const tools = {
    store: { findSession: () => Promise.resolve(session), touchSession: () => Promise.reject(full) },
    now: () => NOW,
    report: (error: unknown) => reported.push(error),
  } as unknown as ConsoleTools;
  const page: StaffReply = { kind: 'json', body: 'read' };
  const ask = guardRoute({ method: 'GET', path: '/staff', needs: 'reads', handle: () => Promise.resolve(page) }, tools);
  const headers = { host: '127.0.0.1', cookie: 'staff=secret' };
  const request = { method: 'GET', url: '/staff', params: {}, headers, body: undefined, remoteAddress: '' } as const;
  expect(await ask(request)).toMatchObject(page);
  expect(reported).toEqual([full]);
});
