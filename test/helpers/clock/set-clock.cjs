/**
 * Loaded before the program in a test: its clock of the day differs from the machine's by as many milliseconds as stand in
 * the file TEST_CLOCK, which may change at any moment, as an operator's hand or a time server moves a clock. What the
 * process measures time with (timers, performance.now) goes on.
 */
const { readFileSync } = require('node:fs');

const RealDate = Date;
const shift = () => Number(readFileSync(process.env.TEST_CLOCK, 'utf8'));
const now = () => RealDate.now() + shift();

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(now());
    else super(...parts);
  }
  static now() {
    return now();
  }
};
