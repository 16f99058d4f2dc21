import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { EventStore, type Appended, type LogBatch } from '#events/store/event-store';
import type { ReadAllOptions, ReadStreamOptions, SubscribeOptions } from '#events/store/event-store';
import type { Position, Recorded } from '#events/store/recorded-event';
import { categoryOf } from '#events/store/stream-category';

/**
 * One process's view of a log: each of its reads and appends where processes meet, in these categories, waits until it
 * is let go on.
 */
export class SteppedStore extends EventStore {
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly log: InMemoryEventStore,
    private readonly meetingPlaces: readonly string[],
  ) {
    super();
  }

  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** Lets the step go on that has waited longest. */
  step(): void {
    this.waiting.shift()?.();
  }

  override async append(...args: Parameters<EventStore['append']>): Promise<Appended> {
    await this.turn(args[0]);
    return this.log.append(...args);
  }

  override async readStream(streamId: string, options?: ReadStreamOptions): Promise<readonly Recorded[]> {
    await this.turn(streamId);
    return this.log.readStream(streamId, options);
  }

  override readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    return this.log.readAll(options);
  }

  override subscribe(options: SubscribeOptions): AsyncIterable<LogBatch> {
    return this.log.subscribe(options);
  }

  override head(): Promise<Position> {
    return this.log.head();
  }

  override close(): Promise<void> {
    return this.log.close();
  }

  private async turn(streamId: string): Promise<void> {
    if (!this.meetingPlaces.includes(categoryOf(streamId))) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

/** Something that runs on a stepped store. */
export interface SteppedProcess {
  readonly store: SteppedStore;
  run(): Promise<unknown>;
}

/**
 * Runs all of them, one step at a time: the schedule says whose turn it is where more than one can go on, the first one's
 * beyond its end. Answers how many could at each such place.
 */
export async function interleaved(
  processes: readonly SteppedProcess[],
  schedule: readonly number[],
): Promise<number[]> {
  const running = processes.map(({ store, run }) => {
    const state = { store, isDone: false, done: Promise.resolve() };
    state.done = run().then(() => void (state.isDone = true));
    return state;
  });
  const choices: number[] = [];
  for (;;) {
    while (running.some(({ store, isDone }) => !isDone && !store.isWaiting)) await nextTurn();
    const able = running.filter(({ isDone }) => !isDone);
    const chosen = able[able.length > 1 ? (schedule[choices.length] ?? 0) : 0];
    if (!chosen) break;
    if (able.length > 1) choices.push(able.length);
    chosen.store.step();
    await nextTurn();
  }
  await Promise.all(running.map(({ done }) => done));
  return choices;
}

/** Every schedule there is, one run each. */
export async function everySchedule(run: (schedule: readonly number[]) => Promise<readonly number[]>): Promise<number> {
  let runs = 0;
  for (let schedule: number[] | undefined = []; schedule; runs++) {
    const choices = await run(schedule);
    schedule = nextSchedule(
      choices.map((_, at) => schedule?.[at] ?? 0),
      choices,
    );
  }
  return runs;
}

/** The last choice that has a further alternative takes it; those after it begin anew. */
function nextSchedule(taken: readonly number[], choices: readonly number[]): number[] | undefined {
  for (let at = taken.length - 1; at >= 0; at--) {
    const next = (taken[at] ?? 0) + 1;
    if (next < (choices[at] ?? 0)) return [...taken.slice(0, at), next];
  }
  return undefined;
}
