/** A heading may be missing or stand twice; here each column gets a name of its own, by which a mapping can point at it. */
export function headingsOf(cells: readonly string[]): readonly string[] {
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const given = new Set<string>();
  return cells.slice(0, width).map((cell, index) => {
    const name = unused(oneLine(cell) || `#${index + 1}`, given);
    given.add(name);
    return name;
  });
}

const oneLine = (cell: string): string => cell.normalize('NFC').replace(/\s+/g, ' ').trim();

function unused(name: string, given: ReadonlySet<string>): string {
  let candidate = name;
  for (let copy = 2; given.has(candidate); copy++) candidate = `${name} (${copy})`;
  return candidate;
}
