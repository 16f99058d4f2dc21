import { readTruth } from '../data/read-truth.js';
import { readFigures, type EngineFigures } from '../engine/figures.js';
import type { ReplayContext, Replayed } from '../replay.js';
import { readBpicFile } from './bpic-file.js';
import { compareBpic } from './bpic-report.js';
import { deskFigures, type BpicTruth } from './bpic-truth.js';
import { bpicFigures } from './engine-figures.js';
import { LiveDesk } from './live-desk.js';
import { momentsOf } from './moments.js';
import { openDesk, type OpenedDesk } from './open-desk.js';

/** A loan desk's calls at their real times, the engine's reports per user and day held against the file. */
export async function replayBpic(context: ReplayContext): Promise<Replayed> {
  const calls = await readBpicFile(context.file);
  const moments = momentsOf(calls);
  const desk = await openDesk(context, calls);
  const live = new LiveDesk(desk);
  const began = performance.now();
  context.bar.start(calls.length, 0);
  for (const moment of moments) {
    await live.play(moment);
    context.bar.increment(moment.ending.length);
  }
  context.bar.stop();
  const seconds = (performance.now() - began) / 1000;
  const engine = bpicFigures(await reportsOf(context, desk), desk.userOf);
  const truth = deskFigures(await readTruth<BpicTruth>(context.file), calls);
  const notes = [
    'days are those of Europe/Stockholm; every call of the file begins on the same day in its own zone, +03:00',
  ];
  return { figures: compareBpic(engine, truth), calls: engine.calls, seconds, notes };
}

async function reportsOf({ admin }: ReplayContext, { roundId, moment }: OpenedDesk) {
  const by = (...groupBy: ('caller' | 'day' | 'outcome')[]): Promise<EngineFigures> =>
    readFigures(admin, { roundId, groupBy, freshness: moment.token });
  const [byOutcome, byCaller, byCallerAndDay] = [await by('outcome'), await by('caller'), await by('caller', 'day')];
  return { byOutcome, byCaller, byCallerAndDay };
}
