import type { Position } from '#events/store/recorded-event';

/** An event that a reactor could not react to: set aside to be tried again. Where it stands in the log, never what it says. */
export interface ParkedEvent {
  readonly reactor: string;
  readonly eventId: string;
  readonly streamId: string;
  readonly revision: number;
  readonly position: Position;
  readonly tries: number;
}

/** How far each reactor has come. Losing it costs time only: what is reacted to twice changes nothing. */
export abstract class ReactorProgress {
  /** Everything up to here has been reacted to or is parked; 0n for a reactor that is new. */
  abstract positionOf(reactor: string): Promise<Position>;

  /** All at once; a position never goes back. */
  abstract save(positions: ReadonlyMap<string, Position>): Promise<void>;

  /** In log order. */
  abstract parked(reactor: string): Promise<readonly ParkedEvent[]>;

  /** Again with more tries: takes the place of the first. */
  abstract park(event: ParkedEvent): Promise<void>;

  abstract unpark(event: Pick<ParkedEvent, 'reactor' | 'eventId'>): Promise<void>;

  abstract close(): Promise<void>;
}
