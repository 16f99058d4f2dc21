import type { DeskCall } from './bpic-file.js';

/** What happens at one time: calls that end and calls that begin. */
export interface Moment {
  readonly ms: number;
  readonly ending: readonly DeskCall[];
  readonly starting: readonly DeskCall[];
}

/** All times at which something happens, in order. */
export function momentsOf(calls: readonly DeskCall[]): readonly Moment[] {
  const moments = new Map<number, { ms: number; ending: DeskCall[]; starting: DeskCall[] }>();
  const at = (ms: number): { ending: DeskCall[]; starting: DeskCall[] } => {
    const moment = moments.get(ms) ?? { ms, ending: [], starting: [] };
    moments.set(ms, moment);
    return moment;
  };
  for (const call of calls) {
    at(call.startedMs).starting.push(call);
    at(call.endedMs).ending.push(call);
  }
  return [...moments.values()].sort((a, b) => a.ms - b.ms);
}
