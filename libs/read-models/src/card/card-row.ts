import type { Card } from '#domain/card/card';
import type { CardNumber, Instant, OutcomeEvent, ServedBecause, SpokeWith } from '#events/contracts/index';
import type { Row } from '../store/row.js';

/** The card as it is decided with, without what lengthens with every event. */
export type CardState = Omit<Card, 'history'>;

export interface LastContact {
  readonly outcomeId: string;
  readonly outcome: OutcomeEvent['type'];
  readonly at: Instant;
  readonly callerId: string;
  readonly spokeWith: SpokeWith;
}

export interface PlaceInRound {
  readonly enteredAt: Instant;
  /** R22: the latest skip since the latest outcome. */
  readonly skippedAt?: Instant;
}

export interface CardRow extends Row {
  readonly state: CardState;
  readonly companyId?: string;
  readonly externalId?: string;
  readonly importedAt?: Instant;
  readonly numbers: readonly CardNumber[];
  readonly numberIds: readonly string[];
  /** Newest first. */
  readonly lastContacts: readonly LastContact[];
  /** By round. */
  readonly inRound: Readonly<Record<string, PlaceInRound>>;
  /** Why it was handed out the last time. */
  readonly servedBecause?: ServedBecause;
  /** Whom the latest Återkom Prio was promised to. */
  readonly promisedTo?: string;
}
