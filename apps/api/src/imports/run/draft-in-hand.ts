import type { CardNumber } from '#events/contracts/index';
import type { KeyedHash } from '#runtime/keyed-hash';
import type { CardDraft } from '../rows/card-draft.js';
import { workplaceKeys } from './workplace-keys.js';

/** A draft with the names of the streams that it is about. */
export interface DraftInHand extends Omit<CardDraft, 'numbers'> {
  readonly numbers: readonly CardNumber[];
  readonly numberIds: readonly string[];
  readonly keys: readonly string[];
}

export function inHand(draft: CardDraft, hash: KeyedHash): DraftInHand {
  const numbers = draft.numbers.map((number) => ({ numberId: hash.of('number', number.e164), ...number }));
  const numberIds = numbers.map(({ numberId }) => numberId);
  return { ...draft, numbers, numberIds, keys: workplaceKeys(draft, hash) };
}
