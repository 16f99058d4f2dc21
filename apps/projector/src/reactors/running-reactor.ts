import type { AterkomEvent } from '#events/contracts/index';
import { AppendOutcomeUnknown, StoreUnavailable } from '#events/store/event-store.errors';
import type { Position, Recorded } from '#events/store/recorded-event';
import { causedBy } from '#processes/shared/caused-by';
import { inParallel } from '#processes/shared/in-parallel';
import { waited } from '#read-models/runner/supervised';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import { ParkedEvents } from './parked-events.js';
import { reactionTo, type Moment, type Reactor } from './reactor.js';
import type { ReactorParts } from './reactor-parts.js';

type Work = (event: Recorded<AterkomEvent>, moment: Moment) => Promise<void> | void;

/** Not the event's fault: every other one would fail alike. */
const isOutage = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof AppendOutcomeUnknown || error instanceof ViewUnavailable;

/** One reactor at work. What it cannot react to is set aside and tried again later; the others do not wait for it. */
export class RunningReactor {
  private readonly parked: ParkedEvents;

  private constructor(
    readonly reactor: Reactor,
    private readonly parts: ReactorParts,
    private position: Position,
  ) {
    this.parked = new ParkedEvents(reactor.name, parts);
  }

  /** Where an older log was put in place it begins anew: what it did already it finds in the log. */
  static async resumed(reactor: Reactor, parts: ReactorParts): Promise<RunningReactor> {
    const position = await parts.progress.positionOf(reactor.name);
    const isBeyondTheLog = position > (await parts.store.head());
    if (isBeyondTheLog) parts.log.warn({ reactor: reactor.name }, 'the log was rolled back: the reactor begins anew');
    const running = new RunningReactor(reactor, parts, isBeyondTheLog ? 0n : position);
    await running.parked.load();
    return running;
  }

  get parkedCount(): number {
    return this.parked.size;
  }

  /** How far it has come: what is still open, waiting for others, comes again at the next start. */
  get checkpoint(): Position {
    const oldest = this.reactor.waiting?.oldest();
    return oldest === undefined || oldest > this.position ? this.position : oldest - 1n;
  }

  /** How far it has looked. */
  get lookedAt(): Position {
    return this.position;
  }

  handles(event: Recorded<AterkomEvent>): boolean {
    return event.position > this.position && reactionTo(this.reactor, event) !== undefined;
  }

  /** @throws StoreUnavailable, ViewUnavailable: then nothing of the page counts as looked at */
  async take(events: readonly Recorded<AterkomEvent>[], upTo: Position, signal: AbortSignal): Promise<void> {
    const handled = events.filter((event) => this.handles(event));
    const groups = this.reactor.streamsInParallel
      ? [...Map.groupBy(handled, ({ streamId }) => streamId).values()]
      : [handled];
    await inParallel(groups, async (group) => {
      for (const event of group) await this.attempt(event, this.react, signal);
    });
    if (upTo > this.position) this.position = upTo;
  }

  /** Every few seconds, never beside `take`: what waited too long, and what is parked and due again. */
  async look(signal: AbortSignal): Promise<void> {
    const { waiting } = this.reactor;
    for (const event of waiting?.overdue() ?? []) {
      await this.attempt(event, this.finish, signal);
      waiting?.settled(event);
    }
    for (const event of await this.parked.due()) await this.retry(event, signal);
  }

  private readonly react: Work = (event, moment) => reactionTo(this.reactor, event)?.(event, moment);

  private readonly finish: Work = (event, moment) =>
    this.reactor.waiting ? this.reactor.waiting.finish(event, moment) : this.react(event, moment);

  private async attempt(event: Recorded<AterkomEvent>, work: Work, signal: AbortSignal): Promise<void> {
    for (const pauseMs of [...this.parts.quickRetriesMs, undefined]) {
      try {
        await work(event, this.momentOf(event, signal));
        return;
      } catch (error) {
        if (signal.aborted || isOutage(error)) throw error;
        if (pauseMs === undefined) return this.parked.park(event, error);
        if (!(await waited(pauseMs, signal))) throw error;
      }
    }
  }

  private async retry(event: Recorded<AterkomEvent>, signal: AbortSignal): Promise<void> {
    try {
      await this.finish(event, this.momentOf(event, signal));
      await this.parked.unpark(event);
    } catch (error) {
      if (signal.aborted || isOutage(error)) throw error;
      await this.parked.park(event, error);
    }
  }

  private momentOf(event: Recorded<AterkomEvent>, signal: AbortSignal): Moment {
    return { cause: causedBy(event, this.reactor.name, this.parts.clock.now()), signal };
  }
}
