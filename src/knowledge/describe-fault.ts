import type { Fault } from './fault';

/** One fault as four lines of plain English for whoever edits the file. */
export function describeFault(fault: Fault): string {
  const place = fault.path === '' ? '' : `: ${fault.path}`;
  return [
    `${fault.file}, line ${fault.line}${place}`,
    `    found:     ${fault.found}`,
    `    expected:  ${fault.expected}`,
    `    to mend:   ${fault.tip}`,
  ].join('\n');
}
