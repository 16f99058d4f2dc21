import { codeOf, isOutcome } from '#domain/card/outcome-codes';
import type { AterkomEvent, OutcomeEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { EventStore } from '#events/store/event-store';
import type { Recorded } from '#events/store/recorded-event';
import { causeNames, outcomeNames } from '../texts/outcome-names.js';
import { column, wallTime, type ExportSource, type ExportTable } from './export-table.js';

interface OutcomeLine {
  readonly cardId: string;
  readonly outcome: OutcomeEvent;
  /** R21: the outcome that this one stands in the place of, why, and by whom. */
  readonly correction?: { readonly of: string; readonly by: string; readonly reason: string };
}

const PREFIX_LENGTH = cardStream('').length;
const EVENTS_READ_AT_ONCE = 1000;

const orderOf = ({ outcome }: OutcomeLine) => (outcome.type === 'OrderTaken' ? outcome.data : undefined);

/** Every outcome as it was recorded, in the order of the log; a correction (R21) is a line of its own. */
export const outcomesExport: ExportTable<OutcomeLine> = {
  columns: [
    column('Utfallets id', 'Outcome id', ({ outcome }) => outcome.data.outcomeId),
    column('Kundkort', 'Card', ({ cardId }) => cardId),
    column('Kampanjomgång', 'Round', ({ outcome }, { roundName }) => {
      const { roundId } = outcome.data;
      return roundName(roundId) ?? roundId;
    }),
    column('Säljare', 'Caller', ({ outcome }, { accountName }) => {
      const { callerId } = outcome.data;
      return accountName(callerId) ?? callerId;
    }),
    column('Utfall', 'Outcome', ({ outcome }, { language }) => outcomeNames[codeOf(outcome.type)][language]),
    column('Orsak', 'Cause', ({ outcome }, { language }) => causeNames[outcome.data.cause][language]),
    column('Samtalets slut', 'Ending', ({ outcome }) => outcome.data.ending),
    column('Talade med', 'Spoke with', ({ outcome }) => outcome.data.spokeWith),
    column('Försök nr', 'Attempt no.', ({ outcome }) => outcome.data.attempt),
    column('Började', 'Started', ({ outcome }) => wallTime(outcome.data.startedAt)),
    column('Slutade', 'Ended', ({ outcome }) => wallTime(outcome.data.endedAt)),
    column('Taltid (s)', 'Talk time (s)', ({ outcome }) => outcome.data.talkSeconds),
    column('Order', 'Order', (line) => orderOf(line)?.orderId),
    column('Ordervärde (öre)', 'Order value (öre)', (line) => orderOf(line)?.order.totalOre),
    column('Rättar utfall', 'Corrects outcome', ({ correction }) => correction?.of),
    column(
      'Rättat av',
      'Corrected by',
      ({ correction }, { accountName }) => accountName(correction?.by) ?? correction?.by,
    ),
    column('Skäl', 'Reason', ({ correction }) => correction?.reason),
  ],
  pages: lines,
};

/** As far as the log reaches when the export begins. */
async function* lines({ log }: ExportSource): AsyncGenerator<readonly OutcomeLine[]> {
  const head = await log.head();
  for (let position = 0n; position < head;) {
    const events = await read(log, position);
    position = events.at(-1)?.position ?? head;
    yield events.filter((event) => event.position <= head).flatMap(lineOf);
  }
}

const read = async (log: EventStore, beyond: bigint): Promise<readonly Recorded<AterkomEvent>[]> =>
  // The cast: the log holds our events only.
  (await log.readAll({ beyond, limit: EVENTS_READ_AT_ONCE })) as readonly Recorded<AterkomEvent>[];

function lineOf(event: Recorded<AterkomEvent>): OutcomeLine[] {
  const cardId = event.streamId.slice(PREFIX_LENGTH);
  if (isOutcome(event)) return [{ cardId, outcome: event }];
  if (event.type !== 'OutcomeCorrected') return [];
  const { replacement, correctedOutcomeId: of, correctedBy: by, reason } = event.data;
  return [{ cardId, outcome: replacement, correction: { of, by, reason } }];
}
