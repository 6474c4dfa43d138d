import { parseArgs } from 'node:util';
import type { Config } from '../program/settings/config';
import { FIRST_LINK_MS, LINK_MS } from '../staff/identity/invitation';
import { foldLogin } from '../staff/identity/member';
import { readRoles, ROLES } from '../staff/identity/role';
import { createSecret, hashSecret } from '../staff/identity/secret';
import type { StaffStore } from '../staff/staff-store';
import { createStaffStore } from '../storage/staff/create-staff-store';
import { runCommand } from './command/run-command';
import { withDatabase } from './command/with-database';

const USAGE = `Usage:
  npm run staff:invite                          a link for the first administrator (15 minutes, one use)
  npm run staff:invite -- --roles reads,edits   a link for a colleague (three days, one use); roles: ${ROLES.join(', ')}
  npm run staff:invite -- --recover LOGIN       a link for a new password of somebody who has joined

It reads the same .env as the server, which may run meanwhile.
Exit status: 0 done, 1 the database cannot be opened or nobody has this name, 2 wrong use.
`;

interface Options {
  readonly roles: string | undefined;
  readonly recover: string | undefined;
}

async function printLink(options: Options, config: Config): Promise<void> {
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  const path = await withDatabase(config, (database) => invite(createStaffStore({ database }), options));
  if (path === undefined) process.exitCode = 1;
  else console.log(`${origin}${path}`);
}

function readOptions(words: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { roles: { type: 'string' }, recover: { type: 'string' } },
    });
    const { roles, recover } = values;
    const named = roles?.split(',') ?? [];
    const isKnown = named.every((name) => ROLES.some((role) => role === name));
    return isKnown && !(roles !== undefined && recover !== undefined) ? { roles, recover } : undefined;
  } catch {
    return undefined;
  }
}

/** The path of the link; undefined where there is none to give, which is said. */
async function invite(store: StaffStore, { roles, recover }: Options): Promise<string | undefined> {
  const secret = createSecret();
  const hash = hashSecret(secret);
  const path = `/staff/join/${secret}`;
  if (recover !== undefined) {
    const member = await store.findByLogin(foldLogin(recover));
    if (member === undefined) {
      console.error(`Nobody has joined as ${recover}.`);
      return undefined;
    }
    const expiresAt = Date.now() + LINK_MS;
    await store.invite(hash, { kind: 'recovery', roles: member.roles, memberId: member.id, expiresAt });
    return path;
  }
  if (roles !== undefined) {
    const wanted = readRoles(roles.split(','));
    await store.invite(hash, {
      kind: 'colleague',
      roles: wanted,
      memberId: undefined,
      expiresAt: Date.now() + LINK_MS,
    });
    return path;
  }
  if (await store.hasMembers()) {
    console.error('The first administrator has joined. Name the roles of a colleague: --roles reads,edits');
    return undefined;
  }
  const expiresAt = Date.now() + FIRST_LINK_MS;
  await store.invite(hash, { kind: 'first', roles: [], memberId: undefined, expiresAt });
  return path;
}

void runCommand({ usage: USAGE, options: readOptions(process.argv.slice(2)), run: printLink });
