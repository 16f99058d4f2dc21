import type { AterkomEvent } from '#events/contracts/index';
import type { LogBatch } from '#events/store/event-store';
import type { Position, Recorded } from '#events/store/recorded-event';
import { aborted, supervised, waited, type Attempted } from '#read-models/runner/supervised';
import { furthestBehind } from '#read-models/store/furthest-behind';
import type { ReadStore } from '#read-models/store/read-store';
import { categoriesOf } from './categories.js';
import type { Reactor } from './reactor.js';
import type { ReactorParts } from './reactor-parts.js';
import { SubscriptionSilent, ViewsBehind } from './reactors.errors.js';
import { RunningReactor } from './running-reactor.js';
import { Turns } from './turns.js';

export interface FeedParts extends ReactorParts {
  readonly views: ReadStore;
  /** Between looks at what waits, what is parked and whether the subscription lives. */
  readonly lookEveryMs: number;
  /** How long the views may need to pass an event. */
  readonly viewsPatienceMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Told of every event that is handed out. */
  readonly heard?: (events: readonly Recorded[]) => void;
}

/** Looks without news from a log that has grown, after which the subscription is given up. */
const SILENT_LOOKS = 12;

export interface ReactorStatus {
  readonly name: string;
  readonly checkpoint: Position;
  readonly parked: number;
}

/**
 * One subscription for several reactors, each with its own checkpoint: an event is read and decoded once for all of
 * them. A reactor acts when the views have passed the event, so that it finds every card that was there before it.
 */
export class ReactorFeed {
  private running: readonly RunningReactor[] = [];
  private readonly turns = new Turns();
  private seen = { position: 0n, looks: 0 };

  constructor(
    private readonly reactors: readonly Reactor[],
    private readonly parts: FeedParts,
  ) {}

  /** Until the signal aborts, whatever happens in between. */
  async run(signal: AbortSignal): Promise<void> {
    const onEnd = (err?: unknown): void =>
      this.parts.log.warn({ reactors: this.reactors.map(({ name }) => name), err }, 'the reactors begin again');
    await supervised(() => this.follow(signal), { ...this.parts, signal, onEnd });
  }

  status(): readonly ReactorStatus[] {
    return this.running.map(({ reactor: { name }, checkpoint, parkedCount }) => {
      return { name, checkpoint, parked: parkedCount };
    });
  }

  private get lookedAt(): Position {
    return furthestBehind(this.running.map(({ lookedAt }) => lookedAt));
  }

  private async follow(signal: AbortSignal): Promise<Attempted> {
    this.running = await Promise.all(this.reactors.map((reactor) => RunningReactor.resumed(reactor, this.parts)));
    const ended = new AbortController();
    const ending = AbortSignal.any([signal, ended.signal]);
    try {
      // A subscription may hang without an end or an error; it is left behind then.
      await Promise.race([this.read(ending), this.lookAgain(ending), aborted(signal)]);
    } finally {
      ended.abort();
      await this.turns.take(() => this.save());
    }
    return 'ended';
  }

  private async read(signal: AbortSignal): Promise<void> {
    const after = furthestBehind(this.running.map(({ checkpoint }) => checkpoint));
    for await (const batch of this.parts.store.subscribe({ after, categories: categoriesOf(this.reactors), signal })) {
      if (signal.aborted) return;
      await this.turns.take(() => this.handOut(batch, signal));
    }
  }

  private async handOut({ events, position }: LogBatch, signal: AbortSignal): Promise<void> {
    // The cast: the log holds our events only.
    const ours = events as readonly Recorded<AterkomEvent>[];
    const isWanted = this.running.some((one) => ours.some((event) => one.handles(event)));
    if (isWanted && !(await this.parts.views.waitUntil(position, this.parts.viewsPatienceMs))) throw new ViewsBehind();
    this.parts.heard?.(ours);
    await Promise.all(this.running.map((one) => one.take(ours, position, signal)));
  }

  private async lookAgain(signal: AbortSignal): Promise<void> {
    this.seen = { position: this.lookedAt, looks: 0 };
    while (await waited(this.parts.lookEveryMs, signal)) await this.turns.take(() => this.look(signal));
  }

  private async look(signal: AbortSignal): Promise<void> {
    for (const one of this.running) await one.look(signal);
    await this.save();
    await this.mustNotBeSilent();
  }

  private async mustNotBeSilent(): Promise<void> {
    const { lookedAt: position } = this;
    const isStill = position === this.seen.position && position < (await this.parts.store.head());
    this.seen = { position, looks: isStill ? this.seen.looks + 1 : 0 };
    if (this.seen.looks >= SILENT_LOOKS) throw new SubscriptionSilent(position);
  }

  private save(): Promise<void> {
    const positions = this.running.map(({ reactor, checkpoint }) => [reactor.name, checkpoint] as const);
    return this.parts.progress.save(new Map(positions));
  }
}
