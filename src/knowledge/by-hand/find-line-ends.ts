import type { Slip } from './slip';

/** A line break of old Macs and of some spreadsheets: YAML sees none there, and the next line becomes part of this one. */
export function findLineEnds(text: string): Slip[] {
  const at = /\r(?!\n)/.exec(text)?.index;
  if (at === undefined) return [];
  const isAll = !text.includes('\n');
  return [
    {
      line: text.slice(0, at).split('\n').length,
      found: isAll
        ? 'lines that end with the sign of old Macs (CR) alone'
        : 'a line break of old Macs (CR) within the line',
      expected: 'lines that end with LF, or CR and LF',
      tip: 'save the file anew with the line ends of Unix (LF) or Windows (CRLF); most editors offer it when saving',
    },
  ];
}
