/** The same numbers in the same order every time, so that two demos of one day are alike (mulberry32). */
export class Chance {
  constructor(private seed: number) {}

  /** From 0 up to, not including, `below`. */
  below(below: number): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  /** Chosen by weight. */
  pick<T>(weighted: readonly (readonly [weight: number, value: T])[]): T | undefined {
    let left = this.below(weighted.reduce((sum, [weight]) => sum + weight, 0));
    return weighted.find(([weight]) => (left -= weight) < 0)?.[1];
  }
}
