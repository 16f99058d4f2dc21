import { isOutcome } from '#domain/card/outcome-codes';
import { maskCompanyNumber } from '#domain/shared/company-number';
import type { CardEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import { entryShown, type Names } from '../shared/history.js';
import type { CardHistoryEntryDto, LastServedDto } from './card-history.dto.js';

/** R20: every fact of the card with who, when and from which client; R21: an outcome that was corrected says by which entry. */
export function historyOf(events: readonly Recorded<CardEvent>[], names: Names): CardHistoryEntryDto[] {
  const corrections = new Map(
    events.flatMap((event) => (event.type === 'OutcomeCorrected' ? [[event.data.correctedOutcomeId, event.id]] : [])),
  );
  return events.map((event) => entryOf(event, names, corrections));
}

function entryOf(
  event: Recorded<CardEvent>,
  names: Names,
  corrections: ReadonlyMap<string | undefined, string | undefined>,
): CardHistoryEntryDto {
  const correctedBy = corrections.get(outcomeIdOf(event));
  return { ...entryShown(event, shownData(event), names), ...(correctedBy !== undefined && { correctedBy }) };
}

const outcomeIdOf = (event: CardEvent): string | undefined => {
  if (isOutcome(event)) return event.data.outcomeId;
  return event.type === 'OutcomeCorrected' ? event.data.replacement.data.outcomeId : undefined;
};

/** A sole trader's company number is a personnummer: its last digits are for the order's own page only. */
function shownData(event: CardEvent): object {
  if (event.type === 'OutcomeCorrected') {
    const { replacement } = event.data;
    return { ...event.data, replacement: { ...replacement, data: shownData(replacement) } };
  }
  if (event.type !== 'OrderTaken') return event.data;
  const { order } = event.data;
  return { ...event.data, order: { ...order, companyNumber: maskCompanyNumber(order.companyNumber) } };
}

/** Why it was handed out the last time. */
export function lastServedOf(events: readonly Recorded<CardEvent>[], names: Names): LastServedDto | undefined {
  const claimed = events.findLast((event) => event.type === 'CardClaimed');
  if (claimed?.type !== 'CardClaimed') return undefined;
  const { because, callerId, roundId, claimedAt: at } = claimed.data;
  const callerName = names.get(callerId);
  return { because, at, callerId, roundId, ...(callerName !== undefined && { callerName }) };
}
