import type { Workplace } from '#events/contracts/index';
import type { RowProblem } from './card-draft.js';
import type { RowTexts } from './row-texts.js';
import { withoutAbsent } from './without-absent.js';

/** `SE-136 40 Handen`: the country may stand before the postcode and the town behind it. */
const SWEDISH_POSTCODE = /^(?:SE?-?\s?)?(\d{3})\s?(\d{2})(?:\.0)?(?:[\s,]+(\D+))?$/i;

type Place = Pick<Workplace, 'street' | 'postcode' | 'city'>;

/** A postcode that is not Swedish stays as it was typed. */
export function readPlace({ street, postcode, city }: RowTexts): { place: Place; problems: RowProblem[] } {
  const [, area, rest, town] = SWEDISH_POSTCODE.exec(postcode ?? '') ?? [];
  const place = withoutAbsent({
    street,
    postcode: area === undefined ? postcode : `${area} ${rest}`,
    city: city ?? town,
  });
  const isOdd = postcode !== undefined && area === undefined;
  return { place, problems: isOdd ? [{ code: 'postcode.unlikely', field: 'postcode' }] : [] };
}
