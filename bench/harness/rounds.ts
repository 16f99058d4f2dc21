/** Half of the values lie below. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The value that the given share of the values (0.99) does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/**
 * Runs the alternatives by turns, so that whatever else the machine does meets all of them, and takes the median of each.
 * A first round of all is thrown away: it pays for compiling and for cold caches.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  alternatives: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, number>>> {
  // The casts: Object.entries and Object.fromEntries forget which keys there are.
  const entries = Object.entries(alternatives) as [Name, () => Promise<number>][];
  const results = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of entries) {
      const result = await run();
      if (round > 0) results.get(name)?.push(result);
    }
  }
  return Object.fromEntries(entries.map(([name]) => [name, median(results.get(name) ?? [])])) as Record<Name, number>;
}

/** How many of something a second: `count` of them while `work` runs. */
export const perSecond = (count: number, work: () => Promise<void>): Promise<number> =>
  countedPerSecond(async () => {
    await work();
    return count;
  });

/** As many as `work` answers. What was made before is swept away first. */
export async function countedPerSecond(work: () => Promise<number>): Promise<number> {
  globalThis.gc?.();
  const started = performance.now();
  const count = await work();
  return (count * 1000) / (performance.now() - started);
}
