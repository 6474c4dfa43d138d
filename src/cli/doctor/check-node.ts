import { type Finding, findingsOf } from './finding';

/** The oldest Node that runs the program. */
const OLDEST = [20, 12] as const;
/** Those the tests run on. */
const TESTED = [20, 22, 24];
/** The last one whose security updates have ended (April 2026). */
const ENDED = 20;

/** The time zones, which are inside Node, from which on the clock of Morocco is right: UTC+1 before. */
const MOROCCO_RIGHT = '2026c';

/** Looks at the version of Node, such as 22.23.1, and of its time zones, such as 2026c. Pure. */
export function checkNode(version: string, zones: string): readonly Finding[] {
  const found = checkVersion(version);
  if (zones >= MOROCCO_RIGHT) return found;
  const { warning } = findingsOf('node');
  return [
    ...found,
    warning(
      `the time zones of Node ${version} are of ${zones}: a clinic in Morocco has its hours told an hour wrong`,
      `move to Node ${TESTED.at(-1)}`,
    ),
  ];
}

function checkVersion(version: string): readonly Finding[] {
  const { ok, warning, fault } = findingsOf('node');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    return [fault(`Node ${version} is too old`, `install Node ${TESTED.at(-1)}, at least ${OLDEST.join('.')}`)];
  if (major <= ENDED)
    return [warning(`Node ${version} gets no security updates any more`, `move to Node ${TESTED.at(-1)}`)];
  if (!TESTED.includes(major))
    return [warning(`Node ${version} is not among those the tests run on (${TESTED.join(', ')})`)];
  return [ok(`Node ${version}`)];
}
