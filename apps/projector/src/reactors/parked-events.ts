import type { AterkomEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import type { ParkedEvent } from '#processes/progress/reactor-progress';
import type { ReactorParts } from './reactor-parts.js';

/** Looks between two tries double up to this; with a look every 5 s that is ten minutes. */
const MOST_LOOKS = 120;
/** From this try on somebody should look into it: most of an hour has passed, longer than any lease or call. */
const ALARM_FROM_TRY = 11;

interface Aside {
  readonly event: ParkedEvent;
  readonly looksLeft: number;
}

/** What a reactor could not react to: tried again with growing pauses, for as long as it takes. At a start all is due at once. */
export class ParkedEvents {
  private readonly aside = new Map<string, Aside>();

  constructor(
    private readonly reactor: string,
    private readonly parts: Pick<ReactorParts, 'store' | 'progress' | 'log'>,
  ) {}

  get size(): number {
    return this.aside.size;
  }

  async load(): Promise<void> {
    for (const event of await this.parts.progress.parked(this.reactor)) {
      this.aside.set(event.eventId, { event, looksLeft: 0 });
    }
  }

  async park({ id, streamId, revision, position }: Recorded, error: unknown): Promise<void> {
    const tries = (this.aside.get(id)?.event.tries ?? 0) + 1;
    const event = { reactor: this.reactor, eventId: id, streamId, revision, position, tries };
    await this.parts.progress.park(event);
    this.aside.set(id, { event, looksLeft: Math.min(2 ** tries, MOST_LOOKS) });
    const facts = { reactor: this.reactor, eventId: id, streamId, tries, err: error };
    if (tries < ALARM_FROM_TRY) this.parts.log.warn(facts, 'an event is parked and tried again later');
    else this.parts.log.error(facts, 'an event cannot be reacted to: somebody must look into it');
  }

  async unpark({ id }: Recorded): Promise<void> {
    await this.parts.progress.unpark({ reactor: this.reactor, eventId: id });
    this.aside.delete(id);
  }

  /** A look: those whose pause is over, in log order. */
  async due(): Promise<readonly Recorded<AterkomEvent>[]> {
    const due: ParkedEvent[] = [];
    for (const [id, { event, looksLeft }] of this.aside) {
      if (looksLeft > 0) this.aside.set(id, { event, looksLeft: looksLeft - 1 });
      else due.push(event);
    }
    return (await Promise.all(due.map((event) => this.read(event)))).flat();
  }

  private async read({ streamId, revision }: ParkedEvent): Promise<readonly Recorded<AterkomEvent>[]> {
    // The cast: the log holds our events only.
    return (await this.parts.store.readStream(streamId, {
      from: revision,
      limit: 1,
    })) as readonly Recorded<AterkomEvent>[];
  }
}
