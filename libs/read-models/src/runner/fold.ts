import type { AterkomEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import type { FoldOfStream, Projection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';
import { FoldFailed } from './runner.errors.js';

export type LogEvent = Recorded<AterkomEvent>;

/** The events of the event's stream up to the event itself. */
export type StreamUpTo = (event: LogEvent) => readonly LogEvent[];

type AnyFold = (row: Row | undefined, event: LogEvent, key: string) => Row | undefined;

/** A projection's code made ready for millions of events. */
export class Folding {
  private readonly folds: ReadonlyMap<string, AnyFold>;
  private readonly foldsOfStream: ReadonlyMap<string, FoldOfStream<Row>>;
  private readonly handled: ReadonlySet<string>;

  constructor(readonly projection: Projection) {
    // The cast: the fold under a type takes the events of that type, which the compiler cannot tie together.
    this.folds = new Map<string, AnyFold>(Object.entries(projection.on as Readonly<Record<string, AnyFold>>));
    this.foldsOfStream = new Map<string, FoldOfStream<Row>>(Object.entries(projection.onWholeStream));
    this.handled = new Set([...this.folds.keys(), ...this.foldsOfStream.keys()]);
  }

  handles({ type }: LogEvent): boolean {
    return this.handled.has(type);
  }

  needsStream({ type }: LogEvent): boolean {
    return this.foldsOfStream.has(type);
  }

  /** @throws FoldFailed */
  keysOf(event: LogEvent): readonly string[] {
    try {
      return this.projection.keysOf(event);
    } catch (error) {
      throw this.failure(event, error);
    }
  }

  /** The row after the event. @throws FoldFailed */
  fold(row: Row | undefined, key: string, event: LogEvent, streamUpTo: StreamUpTo): Row | undefined {
    try {
      const fold = this.folds.get(event.type);
      if (fold) return fold(row, event, key);
      const ofStream = this.foldsOfStream.get(event.type);
      return ofStream ? ofStream(streamUpTo(event), key) : row;
    } catch (error) {
      throw this.failure(event, error);
    }
  }

  private failure({ id, type }: LogEvent, cause: unknown): FoldFailed {
    return new FoldFailed(this.projection.name, id, type, { cause });
  }
}
