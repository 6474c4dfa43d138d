import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Somebody the provider knows, by what they type at its page. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly groups: readonly string[];
}

export interface IdentityProvider {
  readonly issuer: string;
  stop(): void;
}

/** Starts a real OpenID provider for one client, `console`. */
export async function startIdentityProvider(
  callback: string,
  people: Readonly<Record<string, Person>>,
): Promise<IdentityProvider> {
  const child = spawn(process.execPath, [join(__dirname, 'identity-provider-process.mjs')], {
    env: { PATH: process.env['PATH'], PEOPLE: JSON.stringify(people), CALLBACK: callback },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  while (!printed.includes('\n')) printed += String((await once(child.stdout, 'data'))[0]);
  return { issuer: /http:\S+/.exec(printed)?.[0] ?? '', stop: () => child.kill('SIGKILL') };
}
