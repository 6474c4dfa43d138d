/**
 * `npm start`: builds where something has changed, then is the program. npm hands a signal to its shell, which does not
 * hand it on: so the program looks whether npm is still there, and ends with it, leaving nothing on the port.
 */
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';
import './build.mjs';

/** Milliseconds from one look to the next. */
const EVERY = 500;

/** The parent of a process, on systems that tell; else undefined. */
function parentOf(pid) {
  try {
    return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

function endWithNpm() {
  const shell = process.ppid;
  const npm = parentOf(shell);
  setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) process.kill(process.pid, 'SIGTERM');
  }, EVERY).unref();
}

if (process.env.npm_lifecycle_event === 'start') endWithNpm();
if (process.exitCode === undefined) await import('./dist/main.js');
