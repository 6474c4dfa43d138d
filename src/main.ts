import { endWithNpm } from './program/end-with-npm';
import { collectSooner } from './program/old-space';
import { holdYoungSpace } from './program/young-space';

async function main(): Promise<void> {
  // Before all else: loading the program's own code would enlarge the space, too.
  holdYoungSpace(true);
  collectSooner();
  if (process.env['npm_lifecycle_event'] === 'start') endWithNpm();
  const { runProgram } = await import('./program/run-program.js');
  await runProgram((code) => process.exit(code));
}

void main();
