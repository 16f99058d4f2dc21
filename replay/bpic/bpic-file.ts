import { cell, readRows, type CsvRow } from '../data/read-rows.js';

/** The two work items of the loan desk that are calls. */
export const CALL_ACTIVITIES = ['W_Call after offers', 'W_Call incomplete files'] as const;
export type CallActivity = (typeof CALL_ACTIVITIES)[number];

/** One call of one user on one case. */
export interface DeskCall {
  readonly caseId: string;
  readonly activity: CallActivity;
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly startedMs: number;
  readonly endedMs: number;
}

interface WorkItem {
  readonly caseId: string;
  readonly activity: CallActivity;
  readonly step: 'start' | 'complete';
  readonly user: string;
  readonly ms: number;
}

const isCallActivity = (text: string): text is CallActivity => CALL_ACTIVITIES.some((activity) => activity === text);

function workItem(row: CsvRow): WorkItem | undefined {
  const activity = cell(row, 'activity');
  if (!isCallActivity(activity)) return undefined;
  const step = cell(row, 'lifecycle') === 'start' ? 'start' : 'complete';
  const ms = Date.parse(cell(row, 'timestamp'));
  return { caseId: cell(row, 'case_id'), activity, step, user: cell(row, 'resource'), ms };
}

/** Pairs each start with the next end of the same work on the same case, and sorts by start. */
export async function readBpicFile(file: string): Promise<readonly DeskCall[]> {
  const calls: DeskCall[] = [];
  const open = new Map<string, WorkItem>();
  for (const row of await readRows(file, ',')) {
    const item = workItem(row);
    if (!item) continue;
    const key = `${item.caseId} ${item.activity}`;
    const started = open.get(key);
    if (item.step === 'start') open.set(key, item);
    else if (started) calls.push(callOf(started, item.ms));
  }
  return calls.sort((a, b) => a.startedMs - b.startedMs);
}

const callOf = ({ caseId, activity, user, ms }: WorkItem, endedMs: number): DeskCall => ({
  caseId,
  activity,
  user,
  startedMs: ms,
  endedMs,
});
