import type { Config } from '../program/settings/config';
import { readConfig } from '../program/settings/config';
import { ConfigError } from '../program/settings/config-error';
import { loadEnvironment } from '../program/settings/load-environment';
import { databasePlace } from '../program/stores/open-stores';
import { checkAzure } from './doctor/check-azure';
import { checkContent } from './doctor/check-content';
import { checkDatabase } from './doctor/check-database';
import { checkDisk } from './doctor/check-disk';
import { checkNode } from './doctor/check-node';
import { checkSettings, tellConfigFaults } from './doctor/check-settings';
import { checkWayIn } from './doctor/check-way-in';
import type { Finding } from './doctor/finding';

const USAGE = `Usage:
  npm run doctor   looks at settings, content, disk, database, clock, proxy, Azure sign-in and Node, and says what to do

It reads the same .env as the server, which may run meanwhile, and changes nothing.
Exit status: 0 nothing must be mended, 1 something must, 2 wrong use.
`;

async function main(): Promise<void> {
  if (process.argv.length > 2) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const findings = [...checkNode(process.versions.node, process.versions['tz'] ?? ''), ...(await examine())];
  findings.forEach(print);
  const count = (state: Finding['state']): number => findings.filter((one) => one.state === state).length;
  console.log(`\n${count('fault')} to mend, ${count('warning')} to look at.`);
  // Sign-in libraries may leave a connection open.
  process.exit(count('fault') === 0 ? 0 : 1);
}

async function examine(): Promise<readonly Finding[]> {
  let config: Config;
  try {
    const { environment, namesInFile } = loadEnvironment();
    config = readConfig(environment, namesInFile);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return tellConfigFaults(error);
  }
  return [
    ...checkSettings(config),
    ...checkContent(config.knowledgeDirectory),
    ...(await checkDisk(config)),
    ...(await checkDatabase(databasePlace(config.database))),
    ...(await checkWayIn(config)),
    ...(await checkAzure(config.botFramework)),
  ];
}

function print({ area, state, said, remedy }: Finding): void {
  console.log(`${state.padEnd(8)}${area.padEnd(10)}${said}`);
  if (remedy !== undefined) console.log(`${' '.repeat(18)}→ ${remedy}`);
}

void main();
