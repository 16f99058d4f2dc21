import { LIST_START, type ListCursor } from '#read-models/reports/listed';
import type { PeriodAskedDto } from '../figures/period-asked.dto.js';
import { cursorOf } from '../shared/paging.js';
import { CursorMalformed } from '../shared/request.errors.js';

const CURSOR_LENGTH = 3;
export const ON_A_PAGE = 50;

/** Where the rows behind a row of a report are read: what was asked, narrowed to its group. */
export function behindPath(
  report: string,
  { groupBy: _, ...asked }: PeriodAskedDto & { readonly groupBy?: unknown },
  { day, ...group }: Readonly<Record<string, string | number>>,
): string {
  const days = day === undefined ? {} : { from: day, to: day };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, ...group, ...days })) query.append(name, String(value));
  return `/api/reports/${report}/behind${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** @throws CursorMalformed */
export function listCursorOf(text: string | undefined): ListCursor {
  if (text === undefined) return LIST_START;
  const [range, day, key] = cursorOf(text, CURSOR_LENGTH);
  if (typeof range !== 'number' || typeof day !== 'string' || typeof key !== 'string') throw new CursorMalformed();
  return [range, day, key];
}
