import { nameKey } from '#domain/shared/name-key';
import { externalIdKeyStream, workplaceKeyStream } from '#events/contracts/stream-names';
import type { KeyedHash } from '#runtime/keyed-hash';
import type { CardDraft } from '../rows/card-draft.js';

/**
 * The streams that say which card a row stands for, always claimed in this order: the caller's own id, then the name at
 * its postcode together with the company, then together with each telephone. Two rows are the same workplace when one of
 * them agrees. A company number alone is no key (a municipality has it for all its schools), nor is a telephone alone (a switchboard).
 */
export function workplaceKeys(draft: CardDraft, hash: KeyedHash): readonly string[] {
  const { externalId } = draft;
  const own = externalId === undefined ? [] : [externalIdKeyStream(hash.of('externalid', externalId))];
  const descriptions = [...byCompany(draft), ...byNumber(draft)];
  const workplaces = descriptions.length > 0 ? descriptions : [byAddress(draft)];
  return [...own, ...workplaces.map((parts) => workplaceKeyStream(hash.of('workplace', parts.join('\n'))))];
}

type Parts = readonly string[];

const placeOf = ({ workplace: { postcode, city } }: CardDraft): string =>
  postcode?.replace(/\s/g, '') ?? nameKey(city ?? '');

/** Without a place the name would have to be unique within the company. */
function byCompany(draft: CardDraft): Parts[] {
  const place = placeOf(draft);
  return draft.company && place ? [['company', draft.company.number, nameKey(draft.workplace.name), place]] : [];
}

const byNumber = (draft: CardDraft): Parts[] =>
  draft.numbers
    .map(({ e164 }) => e164)
    .sort()
    .map((e164) => ['number', e164, nameKey(draft.workplace.name), placeOf(draft)]);

/** Where neither is known, everything else that tells one workplace from another. */
function byAddress(draft: CardDraft): Parts {
  const { name, street, email, website } = draft.workplace;
  const others = [street, email, website, draft.company?.number, ...draft.unreadableNumbers];
  return ['address', nameKey(name), placeOf(draft), ...others.map((other) => nameKey(other ?? ''))];
}
