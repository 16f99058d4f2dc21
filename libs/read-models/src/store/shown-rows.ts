import type { Position } from '#events/store/recorded-event';
import type { Projection } from './define-projection.js';
import type { Row } from './row.js';
import type { View } from './view.js';

/** Every row that readers are shown, to be compared with what should be shown. */
export abstract class ShownRows {
  /** Up to where the log stands in the rows. @throws ViewUnavailable unless the declared version is the one that is shown */
  abstract checkpoint(projection: Projection): Promise<Position>;

  /** Checkpoints and rows stay as they are from now on, until it is closed. */
  abstract holdStill(): Promise<void>;

  /** After `holdStill`; in no order. */
  abstract rows(projection: Projection, view: View): AsyncIterable<Row> | Iterable<Row>;

  abstract close(): Promise<void>;
}
