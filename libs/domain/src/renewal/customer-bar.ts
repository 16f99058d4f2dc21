import type { Card } from '../card/card.js';
import { blocksOf, type Company } from '../company/company.js';
import type { CustomerBar } from './renewal.js';

/** R6 */
const isSilenced = ({ bars, freezes }: Card, company: Company | undefined): boolean =>
  bars.length > 0 || freezes.length > 0 || (company !== undefined && blocksOf(company).length > 0);

/** R6 beats everything; a promise to return is its caller's to keep (R3). */
export function customerBarOf(card: Card, company: Company | undefined): CustomerBar | undefined {
  if (isSilenced(card, company)) return 'no-call';
  if (company?.ceasedAt !== undefined) return 'ceased';
  if (card.final) return card.final.reason === 'ceased' ? 'ceased' : 'closed';
  return card.lock?.offeredToTeam === false ? 'locked' : undefined;
}
