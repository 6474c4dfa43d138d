/**
 * `npm start`: builds where something has changed, then is the program. The script begins with `exec`, so that no shell
 * stands between npm, which hands signals on, and this (where there is no `exec`, what follows it runs). Whoever kills npm
 * while this builds wants no program afterwards.
 */
const npm = process.ppid;
await import('./build.mjs');
if (process.exitCode === undefined && process.ppid === npm) await import('./dist/main.js');
