import { createStaffStore } from '../../../src/storage/staff/create-staff-store';
import type { Role } from '../../../src/staff/identity/role';
import type { StaffStore } from '../../../src/staff/staff-store';
import { describeEachDatabase } from '../../helpers/databases';

const MINUTE = 60_000;
const limits = { idle: 120 * MINUTE, absolute: 720 * MINUTE };
const event = { kind: 'roles-changed', who: 'سارة', values: {} } as const;

/** Somebody who has joined by a link. */
async function join(store: StaffStore, login: string, roles: readonly Role[] = ['administers']): Promise<string> {
  const expiresAt = Number.MAX_SAFE_INTEGER;
  await store.invite(login, { kind: 'colleague', roles, memberId: undefined, expiresAt });
  const joining = await store.join(login, { name: login, login, roles, password: undefined });
  if (joining.kind !== 'joined') throw new Error(joining.kind);
  return joining.member.id;
}

describeEachDatabase((engine) => {
  test('of two administrators who take the role from each other at once one stays, and one event is told', async () => {
    const [one, other] = [await engine.open(), await engine.open()].map((database) => createStaffStore({ database }));
    if (one === undefined || other === undefined) throw new Error('no store');
    const [sara, huda] = [await join(one, 'sara'), await join(one, 'huda')];
    // Connections that are open already answer in the same moment.
    await Promise.all([one.members(), one.members(), other.members(), other.members()]);
    for (let round = 1; round <= 5; round += 1) {
      const done = await Promise.all([
        one.changeMember(huda, { roles: ['reads'] }, event),
        other.changeMember(sara, { roles: ['reads'] }, event),
      ]);
      expect(done.filter(Boolean)).toHaveLength(1);
      const left = (await one.members()).filter(({ roles }) => roles.includes('administers'));
      expect([left.length, (await one.auditList({ limit: 99 })).length]).toEqual([1, round * 2 - 1]);
      for (const id of [sara, huda])
        if (left[0]?.id !== id) await one.changeMember(id, { roles: ['administers'] }, event);
    }
  });

  test('a link that two take at once lets one in', async () => {
    const [one, other] = [await engine.open(), await engine.open()].map((database) => createStaffStore({ database }));
    if (one === undefined || other === undefined) throw new Error('no store');
    const expiresAt = Date.now() + MINUTE;
    await one.invite('link', { kind: 'colleague', roles: ['reads'], memberId: undefined, expiresAt });
    const newcomer = (login: string) => ({ name: login, login, roles: ['reads'] as const, password: undefined });
    const joined = await Promise.all([one.join('link', newcomer('a')), other.join('link', newcomer('b'))]);
    expect(joined.map(({ kind }) => kind).sort()).toEqual(['ended', 'joined']);
    expect(await one.members()).toHaveLength(1);
  });

  test.each([
    ['is alive while somebody works', [119, 119], true],
    ['ends after two hours without a request', [121], false],
    ['ends after twelve hours, whatever happens', [100, 100, 100, 100, 100, 100, 100, 30], false],
  ])('a session %s', async (_name, minutes, isAlive) => {
    let now = 1_000_000;
    const store = createStaffStore({ database: await engine.open(), limits, now: () => now });
    await store.startSession('session', await join(store, 'sara'));
    for (const some of minutes.slice(0, -1)) {
      now += some * MINUTE;
      await store.touchSession('session');
    }
    now += (minutes.at(-1) ?? 0) * MINUTE;
    expect((await store.findSession('session')) !== undefined).toBe(isAlive);
  });

  test('who is shut out has no session left, and roles taken away are away at once', async () => {
    const store = createStaffStore({ database: await engine.open() });
    await join(store, 'admin');
    const id = await join(store, 'sara', ['edits', 'approves']);
    await store.startSession('session', id);
    await store.changeMember(id, { roles: ['reads'] }, event);
    expect((await store.findSession('session'))?.member.roles).toEqual(['reads']);
    await store.changeMember(id, { disabled: true }, event);
    await store.changeMember(id, { disabled: false }, event);
    expect(await store.findSession('session')).toBeUndefined();
  });
});
