/** How many letters were added, left out, replaced or swapped with their neighbour (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = nextRow({ from, to, row, last, beforeLast });
    beforeLast = last;
    last = current;
  }
  return last.at(-1) ?? 0;
}

interface Step {
  readonly from: string;
  readonly to: string;
  readonly row: number;
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

function nextRow({ from, to, row, last, beforeLast }: Step): readonly number[] {
  const current = [row];
  for (let column = 1; column <= to.length; column++) {
    const replaced = at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
    const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
    const cheapest = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
    current.push(swapped ? Math.min(cheapest, at(beforeLast, column - 2) + 1) : cheapest);
  }
  return current;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
