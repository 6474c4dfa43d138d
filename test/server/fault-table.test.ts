import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TurnContext } from 'botbuilder';
import { describeFailure } from '../../src/bot/turn/turn-failure';
import { describeConnection } from '../../src/channels/bot-framework/describe-connection';
import { TerminalAdapter } from '../../src/cli/terminal/terminal-adapter';
import type { RefusalReason } from '../../src/server/refusal-log';

const GUIDE = readFileSync(join(__dirname, '../../docs/teams.md'), 'utf8');
/** The first column of the guide's table of faults: what an operator sees. */
const SEEN = (GUIDE.split('## When something does not work')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|')[1]?.trim() ?? '');

const REASONS = {
  'not-local': true,
  'no-token': true,
  'unreadable-token': true,
  audience: true,
  issuer: true,
  expired: true,
  clock: true,
  signature: true,
  'another-bot': true,
  tenant: true,
  'too-many': true,
} satisfies Partial<Record<RefusalReason, true>>;

describe('the table of faults in docs/teams.md', () => {
  test('explains every reason an operator can do something about, and no reason that does not exist', () => {
    const explained = SEEN.flatMap((cell) =>
      [...cell.matchAll(/`(?:"reason":)?"([a-z-]+)"`/g)].map(([, reason]) => reason),
    );
    expect(new Set(explained)).toEqual(new Set(Object.keys(REASONS)));
  });

  test('has a row for each number of the sign-in service, in the form of the log', () => {
    const numbers = SEEN.flatMap((cell) =>
      [...cell.matchAll(/"signIn":"(AADSTS\d+)"/g)].map(([, number]) => number ?? ''),
    );
    expect(numbers).toEqual(['AADSTS700016', 'AADSTS7000215', 'AADSTS7000222', 'AADSTS90002']);
    for (const number of numbers) {
      const refusal = Object.assign(new Error(`invalid_client: 1 - ${number}: Application 'x' of somebody@x.example`), {
        name: 'ServerError',
        errorCode: 'invalid_client',
      });
      const wrapped = new Error('no token', { cause: refusal });
      const turn = new TurnContext(new TerminalAdapter(), { type: 'message' });
      expect(describeConnection(refusal)).toEqual({ type: 'ServerError', code: 'invalid_client', signIn: number });
      expect(describeFailure(wrapped, turn)).toMatchObject({ type: 'Error', signIn: number });
    }
  });
});
