import type { LocalDate } from '#events/contracts/index';

/** What every report is asked of. */
export interface ReportAsked {
  readonly roundIds: readonly string[];
  readonly callerId?: string;
  /** First and last day, themselves included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** As bounds of an index by day. */
export const daysOf = ({ from, to }: ReportAsked): { readonly from?: LocalDate; readonly to?: LocalDate } => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});
