import type { OutcomeCode } from '#events/contracts/index';

/** Longer ones are told by their end: the last outcomes are what an order follows from. */
export const LONGEST_PATH = 5;

/** Stands for nothing before. */
export const NO_PATH = 'none';
/** Stands at the head of a path for what came before its last five. */
export const EARLIER = 'earlier';

const SEPARATOR = ',';

/** The outcomes before one, oldest first: `no-answer,callback`. */
export function pathOf(before: readonly OutcomeCode[]): string {
  if (before.length === 0) return NO_PATH;
  const last = before.slice(-LONGEST_PATH);
  return (before.length > last.length ? [EARLIER, ...last] : last).join(SEPARATOR);
}

export const stepsOf = (path: string): readonly string[] => path.split(SEPARATOR);
