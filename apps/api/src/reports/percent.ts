const HUNDRED = 100;

/** Two decimals; undefined of nothing. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((part / whole) * HUNDRED * HUNDRED) / HUNDRED;
