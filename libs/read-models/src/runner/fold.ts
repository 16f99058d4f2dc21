import type { AterkomEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import type { Projection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';
import { FoldFailed } from './runner.errors.js';

export type LogEvent = Recorded<AterkomEvent>;

/** The events of the event's stream up to the event itself. */
export type StreamUpTo = (event: LogEvent) => readonly LogEvent[];

type AnyFold = (row: Row | undefined, event: LogEvent, key: string) => Row | undefined;

export const handles = ({ on, onWholeStream }: Projection, { type }: LogEvent): boolean =>
  on[type] !== undefined || onWholeStream[type] !== undefined;

export const needsStream = ({ onWholeStream }: Projection, { type }: LogEvent): boolean =>
  onWholeStream[type] !== undefined;

export interface Step {
  readonly key: string;
  readonly event: LogEvent;
  readonly streamUpTo: StreamUpTo;
}

/** The row after the event. @throws FoldFailed */
export function foldOne(
  projection: Projection,
  row: Row | undefined,
  { key, event, streamUpTo }: Step,
): Row | undefined {
  try {
    const ofStream = projection.onWholeStream[event.type];
    if (ofStream) return ofStream(streamUpTo(event), key);
    // The cast: the fold under a type takes the events of that type, which the compiler cannot tie together.
    const fold = projection.on[event.type] as AnyFold | undefined;
    return fold ? fold(row, event, key) : row;
  } catch (error) {
    throw new FoldFailed(projection.name, event.id, event.type, { cause: error });
  }
}

/** @throws FoldFailed */
export function keysOf(projection: Projection, event: LogEvent): readonly string[] {
  try {
    return projection.keysOf(event);
  } catch (error) {
    throw new FoldFailed(projection.name, event.id, event.type, { cause: error });
  }
}
