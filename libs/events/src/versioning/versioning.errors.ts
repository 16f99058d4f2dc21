import type { Position } from '../store/recorded-event.js';
import type { StoredPlace } from './stored-event.js';

/**
 * A stored event that this version of the program cannot read: written by a newer one, or not by it at all.
 * Says where the event stands and nothing of what it holds.
 */
export class EventUnreadable extends Error {
  override readonly name = 'EventUnreadable';
  readonly type: string;
  readonly streamId: string;
  readonly revision: number;
  readonly position: Position;

  constructor(
    readonly reason: 'unknown-type' | 'unknown-version' | 'malformed-json',
    place: StoredPlace,
  ) {
    super(`event ${place.revision} of stream ${place.streamId} (${place.type}) cannot be read: ${reason}`);
    this.type = place.type;
    this.streamId = place.streamId;
    this.revision = Number(place.revision);
    this.position = place.position;
  }
}

/** An event is written as another version than the newest, or as a type that no contract knows. */
export class EventNotWritable extends Error {
  override readonly name = 'EventNotWritable';
  constructor(
    readonly type: string,
    readonly schema: string,
  ) {
    super(`an event of type ${type} may not be written as ${schema}`);
  }
}

/** The registry of upcast steps has a hole, or a step that no version needs. */
export class UpcastsIncomplete extends Error {
  override readonly name = 'UpcastsIncomplete';
  constructor(
    readonly step: string,
    fault: 'missing' | 'of no use',
  ) {
    super(`the upcast step from ${step} is ${fault}`);
  }
}
