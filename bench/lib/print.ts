/** Prints a share: its name, percent, and the counts. */
export function printShare(name: string, part: number, whole: number): void {
  const percent = `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  console.log(`${name.padEnd(48)} ${percent.padStart(8)}   (${part} of ${whole})`);
}

/** Prints the share of rows that pass, group by group. */
export function printGroups<Row>(
  title: string,
  rows: readonly Row[],
  key: (row: Row) => string,
  passes: (row: Row) => boolean,
): void {
  console.log(`\n${title}`);
  for (const group of [...new Set(rows.map(key))].sort()) {
    const inGroup = rows.filter((row) => key(row) === group);
    printShare(`  ${group}`, inGroup.filter(passes).length, inGroup.length);
  }
}
