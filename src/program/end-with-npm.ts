/** Milliseconds from one look to the next. */
const EVERY_MS = 500;

/**
 * Ends the program, as a signal would, when the process that began it is gone: npm hands SIGTERM and SIGINT on, but
 * killed outright it cannot, and the program would stay on the port. For `npm start`, whose script becomes the program.
 */
export function endWithNpm(): void {
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS).unref();
}
