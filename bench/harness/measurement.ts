import { plainTable } from '../../replay/report/plain-table.js';

export interface Amount {
  readonly amount: number;
  readonly unit: string;
}

/** What a figure is held against: its limit, measured in the same run, or a fixed bound. Without `atLeast` the ratio is told for information. */
export type Reach =
  | { readonly kind: 'ratio'; readonly limit: Amount; readonly limitIs: string; readonly atLeast?: number }
  | { readonly kind: 'below'; readonly bound: Amount };

export interface Measurement {
  readonly what: string;
  readonly figure: Amount;
  /** Absent where the figure is told for information only. */
  readonly reach?: Reach;
}

export function isReached({ figure, reach }: Measurement): boolean | undefined {
  if (!reach) return undefined;
  if (reach.kind === 'below') return figure.amount < reach.bound.amount;
  return reach.atLeast === undefined ? undefined : ratioOf(figure, reach) >= reach.atLeast;
}

const ratioOf = (figure: Amount, { limit }: { readonly limit: Amount }): number => figure.amount / limit.amount;

const PRECISION = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const amountText = ({ amount, unit }: Amount): string =>
  `${(amount >= 100 ? WHOLE : PRECISION).format(amount)} ${unit}`;

function reachCells({ figure, reach }: Measurement): readonly string[] {
  if (!reach) return ['', '', ''];
  if (reach.kind === 'below') return ['', '', `< ${amountText(reach.bound)}`];
  // Cut, not rounded: what falls short must not look as if it did not.
  const ratio = (Math.floor(ratioOf(figure, reach) * 100) / 100).toFixed(2);
  const atLeast = reach.atLeast === undefined ? '' : `>= ${reach.atLeast}`;
  return [`${amountText(reach.limit)} (${reach.limitIs})`, ratio, atLeast];
}

function verdictOf(measurement: Measurement): string {
  const reached = isReached(measurement);
  if (reached === undefined) return '';
  return reached ? 'yes' : 'NO';
}

export function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { what, figure } = measurement;
    return [what, amountText(figure), ...reachCells(measurement), verdictOf(measurement)];
  });
  return plainTable(['figure', 'measured', 'limit', 'ratio', 'reach', 'reached'], rows);
}
