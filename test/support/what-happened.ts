import { brokenLaws } from '#domain/card/testing/card-laws';
import type { AterkomEvent, CallPermitted, CardEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';

type Log = readonly Recorded<AterkomEvent>[];
type Permit = CallPermitted['data'];

/** Laws that a card broke, of all cards: two live holders of one, a call twice, a second outcome of a call. */
export function brokenOnCards(log: Log): readonly string[] {
  const ofCards = log.filter(({ streamId }) => streamId.startsWith('card-'));
  const cards = Map.groupBy(ofCards, ({ streamId }) => streamId);
  // The cast: the stream of a card holds events of cards only.
  return [...cards.values()].flatMap((events) => brokenLaws(events as readonly Recorded<CardEvent>[]));
}

/** Permits that were given while another of the same number was alive: neither ended nor withdrawn nor lapsed. */
export function doubleDials(log: Log): readonly Permit[] {
  const living = new Map<string, Permit>();
  return log.flatMap(({ streamId, type, data }) => {
    const before = living.get(streamId);
    const isOver = type === 'CallEnded' || type === 'CallPermitWithdrawn';
    if (isOver && data.callId === before?.callId) living.delete(streamId);
    if (type !== 'CallPermitted') return [];
    living.set(streamId, data);
    return before !== undefined && before.until > data.permittedAt ? [data] : [];
  });
}
