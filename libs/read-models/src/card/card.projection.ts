import { NO_CARD, type Card } from '#domain/card/card';
import { applied, evolve } from '#domain/card/evolve/card.evolve';
import { isOutcome } from '#domain/card/outcome-codes';
import type {
  AterkomEvent,
  CardEvent,
  CardImported,
  CardNumber,
  CardSkipped,
  Instant,
  OutcomeEvent,
} from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { Recorded } from '#events/store/recorded-event';
import { callbacks } from '../callbacks/callbacks.js';
import { callerQueue } from '../caller-queue/caller-queue.js';
import { roundCards } from '../rounds/round-cards.js';
import { defineProjection, type Fold } from '../store/define-projection.js';
import { cardNumbers } from './card-numbers.js';
import type { CardRow, CardState, LastContact } from './card-row.js';

const LAST_CONTACTS = 3;
const PREFIX_LENGTH = cardStream('').length;

const NO_ROW: Omit<CardRow, 'key'> = { state: NO_CARD, numbers: [], numberIds: [], lastContacts: [], inRound: {} };

/** The fold of the domain, so that the status shown is the status decided with; without the history that only deciding needs. */
function folded(row: CardRow | undefined, event: CardEvent, key: string): CardRow {
  const before = row ?? { key, ...NO_ROW };
  if (event.type === 'OutcomeCorrected') throw new Error('a correction is folded from the whole stream');
  // The cast: `applied` reads of the history nothing, and lengthens it by nothing.
  const state = slim(applied(before.state as Card, event));
  return {
    ...before,
    ...besides(before, event),
    ...(state.companyId !== undefined && { companyId: state.companyId }),
    state,
  };
}

const slim = ({ history: _, noteIds: __, outcomeIds: ___, ...state }: Card): CardState => ({
  ...state,
  noteIds: [],
  outcomeIds: [],
});

/** What a reader of the card sees and no decision needs. */
function besides(row: CardRow, event: CardEvent): Partial<CardRow> {
  if (isOutcome(event)) return afterOutcome(row, event);
  if (event.type === 'CardImported') return fromImport(row, event.data);
  if (event.type === 'CardNumberAdded') return withNumbers(row, [event.data.number]);
  if (event.type === 'CardClaimed') return { servedBecause: event.data.because };
  if (event.type === 'CardEnteredRound') return inRound(row, event.data.roundId, { enteredAt: event.data.enteredAt });
  if (event.type === 'CardSkipped') return afterSkip(row, event.data);
  return {};
}

const fromImport = (row: CardRow, { numbers, externalId, importedAt }: CardImported['data']): Partial<CardRow> => ({
  ...withNumbers(row, numbers),
  ...(externalId !== undefined && { externalId }),
  importedAt,
});

const afterSkip = (row: CardRow, { roundId, skippedAt }: CardSkipped['data']): Partial<CardRow> =>
  inRound(row, roundId, { ...entered(row, roundId), skippedAt });

function withNumbers(row: CardRow, numbers: readonly CardNumber[]): Partial<CardRow> {
  const known = row.numbers.filter(({ numberId }) => !numbers.some((number) => number.numberId === numberId));
  const all = [...known, ...numbers];
  return { numbers: all, numberIds: all.map(({ numberId }) => numberId) };
}

const entered = ({ inRound: rounds }: CardRow, roundId: string): { enteredAt: Instant } => ({
  enteredAt: rounds[roundId]?.enteredAt ?? '',
});

const inRound = (row: CardRow, roundId: string, place: CardRow['inRound'][string]): Partial<CardRow> => ({
  inRound: { ...row.inRound, [roundId]: place },
});

/** R22: a skip counts until the next outcome. */
function afterOutcome(row: CardRow, { type, data }: OutcomeEvent): Partial<CardRow> {
  const contact: LastContact = {
    outcomeId: data.outcomeId,
    outcome: type,
    at: data.endedAt,
    callerId: data.callerId,
    spokeWith: data.spokeWith,
  };
  const promised = type === 'PriorityCallbackPromised' ? { promisedTo: data.personName } : {};
  return {
    ...inRound(row, data.roundId, entered(row, data.roundId)),
    ...promised,
    lastContacts: [contact, ...row.lastContacts].slice(0, LAST_CONTACTS),
  };
}

/** R21: what a correction changes begins in the past: folded anew, the replacement in the place of what it corrects. */
function refolded(events: readonly Recorded<AterkomEvent>[], key: string): CardRow | undefined {
  // The cast: a card's stream holds card events only.
  const { history } = (events as readonly Recorded<CardEvent>[]).reduce(evolve, NO_CARD);
  return history.reduce<CardRow | undefined>((row, event) => folded(row, event, key), undefined);
}

const fold: Fold<CardRow, CardEvent['type']> = (row, event, key) => folded(row, event, key);

/** One row per card; the queue, the promises and the numbers are derived from it. */
export const cards = defineProjection<CardRow>({
  name: 'cards',
  version: 2, // raise it to rebuild beside the live one
  keysOf: ({ streamId }) => [streamId.slice(PREFIX_LENGTH)],
  indexes: [
    { name: 'of-company', fields: ['companyId'] },
    { name: 'of-external-id', fields: ['externalId'] },
    { name: 'imported', fields: ['importedAt'] },
  ],
  counts: [],
  derived: [callerQueue, callbacks, cardNumbers, roundCards],
  on: {
    CardImported: fold,
    CardEnteredRound: fold,
    WorkplaceCorrected: fold,
    CardNumberAdded: fold,
    CardJoinedCompany: fold,
    CardClaimed: fold,
    ClaimRenewed: fold,
    ClaimReleased: fold,
    CardSkipped: fold,
    CallStarted: fold,
    CallbackScheduled: fold,
    PriorityCallbackPromised: fold,
    CallUnanswered: fold,
    LineBusy: fold,
    OfferDeclined: fold,
    OfferDeferred: fold,
    NumberFoundDead: fold,
    PrivatePersonFound: fold,
    ContactFoundUnauthorised: fold,
    ReferredToHeadOffice: fold,
    RecentCallReported: fold,
    CompanyReportedCeased: fold,
    NoMoreCallsRequested: fold,
    OrderTaken: fold,
    FurtherAttemptAllowed: fold,
    PriorityLockReleased: fold,
    PriorityLockTransferred: fold,
    PriorityCallbackOfferedToTeam: fold,
    CardBarred: fold,
    CardUnbarred: fold,
    CardFrozen: fold,
    CardUnfrozen: fold,
    CardRested: fold,
    CardOrderCancelled: fold,
    CardOrderRenewed: fold,
    CardCured: fold,
    CardReopened: fold,
  },
  onWholeStream: { OutcomeCorrected: refolded },
});
