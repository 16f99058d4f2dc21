import type { Position } from '../store/recorded-event.js';
import type { ServerLog } from './server-log.js';
import type { WantedStreams } from './stream-names.js';

/** Looks into the log whether a quiet feed is quiet for a good reason. */
export class SilenceWatch {
  /** Where an event stood at the last look that the feed had not brought. */
  private missing: Position | undefined;

  constructor(
    private readonly log: ServerLog,
    private readonly wanted: WantedStreams,
    private readonly limit: number,
  ) {}

  /**
   * Up to where there is nothing that the feed would have to bring; `stalled` where it has kept an event back from one
   * look to the next. @throws PositionBeyondLog, StoreUnavailable
   */
  async look(position: Position): Promise<Position | 'stalled'> {
    const newest = await this.log.newestBeyond(position);
    if (!newest) return position;
    const page = await this.log.page({ beyond: position, limit: this.limit, wanted: this.wanted, upTo: newest });
    const [first] = page.events;
    if (first) return this.missed(first.position) ? 'stalled' : position;
    return page.lookedUpTo ?? position;
  }

  private missed(at: Position): boolean {
    const isOld = this.missing === at;
    this.missing = at;
    return isOld;
  }
}
